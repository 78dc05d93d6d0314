import { CaseOverview } from '@/components/cases/case-overview'
import { CaseTimeLine } from '@/components/cases/case-time-line'
import { FindingLines } from '@/components/cases/finding-lines'
import { OverviewSide } from '@/components/cases/overview-side'
import { TwoColumn } from '@/components/layout/two-column'
import { RequestedChanges } from '@/components/review/requested-changes'
import { offer } from '@/lib/cases/policy'
import { caseHead, caseSubjects } from '@/lib/cases/queries'
import { caseTimeLine } from '@/lib/cases/time-line'
import { citable } from '@/lib/claims/citable'
import { caseClaims } from '@/lib/claims/queries'
import { requireActor } from '@/lib/platform/session'
import { caseOpenPoints, caseReviews, presentSnapshot } from '@/lib/review/queries'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string }> }

export default async function CaseOverviewPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const head = await caseHead(actor, number)
  const [standing, subjects, claims, points, snapshot, timeLine, { findings }, reviews] = await Promise.all([
    caseStanding(actor, { number }),
    caseSubjects(actor, head.id),
    caseClaims(actor, head.id),
    caseOpenPoints(actor, number),
    presentSnapshot(actor, number),
    caseTimeLine(actor, head.id),
    citable(actor, head.id),
    caseReviews(actor, head.id),
  ])
  const whyNotEdit = offer(actor, 'edit', standing)
  const base = `/cases/${number}`
  return (
    <TwoColumn
      side={<OverviewSide head={head} points={points} hash={snapshot.hash} />}
      sideLabel="Standing of the case"
    >
      {head.state === 'CHANGES_REQUESTED' && <RequestedChanges reviews={reviews} />}
      <CaseOverview head={head} subjects={subjects} claims={claims} whyNotEdit={whyNotEdit} />
      <FindingLines findings={findings} base={base} />
      <CaseTimeLine rows={timeLine} number={number} />
    </TwoColumn>
  )
}
