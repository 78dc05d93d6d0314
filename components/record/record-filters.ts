import type { Filter } from '@/components/table/filter-chips'

/** What the record can be narrowed to: the first word of an event's type. */
export const recordFilters: Filter[] = [
  {
    name: 'type',
    label: 'About',
    single: true,
    options: [
      { value: 'case.', label: 'Cases' },
      { value: 'evidence.', label: 'Evidence' },
      { value: 'dataset.', label: 'Datasets' },
      { value: 'analysis.', label: 'Analyses' },
      { value: 'finding.', label: 'Findings' },
      { value: 'plan.', label: 'Plans' },
      { value: 'collection.', label: 'Collections' },
      { value: 'endpoint.', label: 'Endpoints' },
      { value: 'claim.', label: 'Claims' },
      { value: 'accounts.', label: 'Accounts' },
      { value: 'terms.', label: 'Terms' },
      { value: 'person.', label: 'People and sign-in' },
      { value: 'summary.', label: 'Exports' },
    ],
  },
]
