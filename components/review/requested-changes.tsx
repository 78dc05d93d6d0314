import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { CaseReview } from '@/lib/review/queries'

/** What the reviewer asked for, where the owner works it off. */
export function RequestedChanges({ reviews }: { reviews: CaseReview[] }) {
  const asked = reviews.find(({ decision }) => decision === 'REQUEST_CHANGES')
  if (!asked) return null
  return (
    <Notice tone="warn" title={`${asked.reviewer.name} asked for changes`}>
      <p className="font-serif text-read whitespace-pre-line text-ink">{asked.reason}</p>
      <p className="mt-1 text-sm">
        <Time at={asked.decidedAt} />. Once they are made, submit the changes; the reviewer is shown what differs.
      </p>
    </Notice>
  )
}
