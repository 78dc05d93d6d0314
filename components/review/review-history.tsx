import { Section } from '@/components/layout/section'
import { Hash } from '@/components/ui/code'
import { StateMark } from '@/components/ui/state-mark'
import { Time } from '@/components/ui/time'
import type { CaseReview } from '@/lib/review/queries'

const words = {
  APPROVE: { label: 'Approved', tone: 'ok' },
  DISMISS: { label: 'Dismissed', tone: 'neutral' },
  REQUEST_CHANGES: { label: 'Asked for changes', tone: 'warn' },
} as const

/** The decisions so far, each with the hash it was given over and whether it still stands. */
export function ReviewHistory({ reviews, hash }: { reviews: CaseReview[]; hash: string }) {
  return (
    <Section title="Decisions">
      {reviews.length === 0 && <p className="text-ink-3">None yet.</p>}
      <ol className="space-y-4">
        {reviews.map((review) => (
          <li key={review.id} className="space-y-1 border-l-2 border-line-2 pl-3">
            <StateMark tone={review.staleAt ? 'neutral' : words[review.decision].tone}>
              {words[review.decision].label}
            </StateMark>
            <p>
              {review.reviewer.name}, <Time at={review.decidedAt} />
            </p>
            <p className="text-sm text-ink-3">
              over <Hash value={review.snapshotHash} label="snapshot SHA-256" />{' '}
              {review.snapshotHash === hash && '(the case as it is now)'}
            </p>
            {review.reason && <p className="font-serif whitespace-pre-line">{review.reason}</p>}
            {review.staleAt && (
              <p className="text-sm text-warn">
                No longer stands: {review.staleReason}, <Time at={review.staleAt} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
