import { CaseFlags, CaseStateMark, SeverityBadge } from '@/components/cases/case-marks'
import type { Column } from '@/components/table/column'
import { Time } from '@/components/ui/time'
import type { QueueRow } from '@/lib/cases/docket'

/** The columns of the review queue. */
export const queueColumns: Column<QueueRow>[] = [
  {
    key: 'number',
    label: 'Number',
    width: 'w-36',
    cell: ({ number }) => <span className="font-mono text-sm">{number}</span>,
  },
  {
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
  { key: 'subject', label: 'Subject', cell: ({ subjects }) => subjects.map(({ name }) => name).join(', ') || '–' },
  { key: 'severity', label: 'Severity', cell: ({ severity }) => <SeverityBadge severity={severity} /> },
  { key: 'state', label: 'State', cell: ({ state }) => <CaseStateMark state={state} /> },
  { key: 'reviewer', label: 'Reviewer', cell: ({ reviewer }) => reviewer?.name ?? 'Free' },
  { key: 'owner', label: 'Owner', cell: ({ owner }) => owner.name },
  { key: 'submitted', label: 'Submitted', cell: ({ submittedAt }) => (submittedAt ? <Time at={submittedAt} /> : '–') },
]
