import { Section } from '@/components/layout/section'
import { Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { PresentSnapshot } from '@/lib/review/queries'
import { SnapshotChanges } from './snapshot-changes'

/** What is being decided: the snapshot by its hash, and what changed since the one before. */
export function SnapshotState({ state, snapshot }: { state: string; snapshot: PresentSnapshot }) {
  const { hash, submitted, changedSinceSubmission, changes } = snapshot
  const underReview = state === 'SUBMITTED' || state === 'IN_REVIEW'
  return (
    <Section
      title="What is decided"
      lead="Facts, claims, citations, answers, findings and evidence hashes together make one snapshot. A decision is over its hash."
    >
      {underReview && changedSinceSubmission && (
        <Notice tone="warn" title="The case changed after it was submitted">
          Evidence may arrive at any time. A decision now is over the case as it is now; the changes are listed below.
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: 'Snapshot now', value: <Hash value={hash} length={24} label="snapshot SHA-256" /> },
          ...(submitted
            ? [
                {
                  term: 'Last kept',
                  value: (
                    <>
                      <Hash value={submitted.hash} length={24} label="snapshot SHA-256" /> by {submitted.takenBy},{' '}
                      <Time at={submitted.takenAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changes.length > 0 && <SnapshotChanges changes={changes} open={underReview} />}
    </Section>
  )
}
