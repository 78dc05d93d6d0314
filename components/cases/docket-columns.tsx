import type { Column } from '@/components/table/column'
import { Time } from '@/components/ui/time'
import type { DocketRow } from '@/lib/cases/docket'
import { CaseFlags, CaseStateMark, SeverityBadge } from './case-marks'

/** The columns of the docket. */
export const docketColumns: Column<DocketRow>[] = [
  {
    key: 'number',
    label: 'Number',
    sort: 'number',
    width: 'w-36',
    cell: ({ number }) => <span className="font-mono text-sm">{number}</span>,
  },
  {
    key: 'title',
    label: 'Title',
    sort: 'title',
    lead: true,
    width: 'min-w-56',
    cell: ({ title, restricted, stale }) => (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        {title} <CaseFlags restricted={restricted} stale={stale} />
      </span>
    ),
  },
  { key: 'subject', label: 'Subject', cell: ({ subjects }) => subjects.map(({ name }) => name).join(', ') || '–' },
  { key: 'state', label: 'State', cell: ({ state }) => <CaseStateMark state={state} /> },
  { key: 'severity', label: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { key: 'claims', label: 'Claims', align: 'end', cell: ({ claims }) => claims },
  { key: 'evidence', label: 'Evidence', align: 'end', cell: ({ evidence }) => evidence },
  { key: 'owner', label: 'Owner', cell: ({ owner }) => owner.name },
  {
    key: 'filed',
    label: 'Filed',
    sort: 'filed',
    wideOnly: true,
    cell: ({ createdAt }) => <Time at={createdAt} show="date" />,
  },
  { key: 'updated', label: 'Updated', sort: 'updated', cell: ({ updatedAt }) => <Time at={updatedAt} /> },
]
