import type { Column } from '@/components/table/column'
import { CaseFlags, CaseStateMark, SeverityBadge } from './case-marks'

type CaseRow = {
  number: string
  title: string
  restricted: boolean
  stale: boolean
  state: Parameters<typeof CaseStateMark>[0]['state']
  severity: Parameters<typeof SeverityBadge>[0]['severity']
  subjects: { name: string }[]
  owner: { name: string }
}

/** The columns by which a case is known in every list. */
export const caseColumns = {
  number: {
    key: 'number',
    label: 'Number',
    width: 'w-36',
    cell: ({ number }) => <span className="font-mono text-sm whitespace-nowrap">{number}</span>,
  },
  title: {
    key: 'title',
    label: 'Title',
    lead: true,
    width: 'min-w-56',
    cell: ({ title, restricted, stale }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        {title} <CaseFlags restricted={restricted} stale={stale} />
      </span>
    ),
  },
  subject: {
    key: 'subject',
    label: 'Subject',
    named: true,
    width: 'min-w-36',
    cell: ({ subjects }) => subjects.map(({ name }) => name).join(', ') || '–',
  },
  state: { key: 'state', label: 'State', cell: ({ state }) => <CaseStateMark state={state} /> },
  severity: { key: 'severity', label: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  owner: { key: 'owner', label: 'Owner', named: true, width: 'min-w-28', cell: ({ owner }) => owner.name },
} satisfies Record<string, Column<CaseRow>>
