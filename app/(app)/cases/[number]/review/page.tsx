import { TwoColumn } from '@/components/layout/two-column'
import { DecisionDesk } from '@/components/review/decision-desk'
import { LeadDesk } from '@/components/review/lead-desk'
import { PrivilegedNotes } from '@/components/review/privileged-notes'
import { ReviewHistory } from '@/components/review/review-history'
import { SnapshotState } from '@/components/review/snapshot-state'
import { StepsTaken } from '@/components/review/steps-taken'
import { whyNot } from '@/lib/cases/policy'
import { caseHead } from '@/lib/cases/queries'
import { requireActor } from '@/lib/platform/session'
import { caseReviews, presentSnapshot, privilegedNotes } from '@/lib/review/queries'
import { caseStanding } from '@/lib/review/standing'
import { caseSteps } from '@/lib/review/steps-taken'

type Props = { params: Promise<{ number: string }> }

export default async function ReviewPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const head = await caseHead(actor, number)
  const [standing, snapshot, reviews, steps] = await Promise.all([
    caseStanding(actor, { number }),
    presentSnapshot(actor, number),
    caseReviews(actor, head.id),
    caseSteps(actor, head.id),
  ])
  const readsNotes = whyNot(actor, 'read-notes', standing) === null
  const notes = readsNotes ? await privilegedNotes(actor, number) : []
  const desk = { actor: { id: actor.id, role: actor.role }, number, standing }
  return (
    <TwoColumn side={<ReviewHistory reviews={reviews} hash={snapshot.hash} />} sideLabel="Decisions so far">
      {steps.length > 0 && <StepsTaken steps={steps} />}
      <SnapshotState state={head.state} snapshot={snapshot} />
      <DecisionDesk {...desk} hash={snapshot.hash} />
      <LeadDesk {...desk} />
      {readsNotes && <PrivilegedNotes number={number} notes={notes} />}
    </TwoColumn>
  )
}
