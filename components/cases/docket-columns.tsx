import type { Column } from '@/components/table/column'
import { Time } from '@/components/ui/time'
import type { DocketRow } from '@/lib/cases/docket'
import { caseColumns } from './case-columns'

/** The columns of the docket. */
export const docketColumns: Column<DocketRow>[] = [
  { ...caseColumns.number, sort: 'number' },
  { ...caseColumns.title, sort: 'title' },
  caseColumns.subject,
  caseColumns.state,
  caseColumns.severity,
  { key: 'claims', label: 'Claims', align: 'end', cell: ({ claims }) => claims },
  { key: 'evidence', label: 'Evidence', align: 'end', cell: ({ evidence }) => evidence },
  caseColumns.owner,
  {
    key: 'filed',
    label: 'Filed',
    sort: 'filed',
    wideOnly: true,
    cell: ({ createdAt }) => <Time at={createdAt} show="date" />,
  },
  { key: 'updated', label: 'Updated', sort: 'updated', cell: ({ updatedAt }) => <Time at={updatedAt} /> },
]
