import { caseColumns } from '@/components/cases/case-columns'
import type { Column } from '@/components/table/column'
import { Time } from '@/components/ui/time'
import type { QueueRow } from '@/lib/cases/docket'

/** The columns of the review queue. */
export const queueColumns: Column<QueueRow>[] = [
  caseColumns.number,
  caseColumns.title,
  caseColumns.subject,
  caseColumns.severity,
  caseColumns.state,
  {
    key: 'reviewer',
    label: 'Reviewer',
    named: true,
    width: 'min-w-28',
    cell: ({ reviewer }) => reviewer?.name ?? 'Free',
  },
  caseColumns.owner,
  {
    key: 'submitted',
    label: 'Submitted',
    cell: ({ submittedAt }) => (submittedAt ? <Time at={submittedAt} /> : '–'),
  },
]
