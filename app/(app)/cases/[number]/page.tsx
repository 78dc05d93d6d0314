import { CaseOverview } from '@/components/cases/case-overview'
import { OverviewSide } from '@/components/cases/overview-side'
import { TwoColumn } from '@/components/layout/two-column'
import { whyNot } from '@/lib/cases/policy'
import { caseHead, caseSubjects } from '@/lib/cases/queries'
import { caseClaims } from '@/lib/claims/queries'
import { requireActor } from '@/lib/platform/session'
import { caseOpenPoints, presentSnapshot } from '@/lib/review/queries'
import { caseStanding } from '@/lib/review/standing'

type Props = { params: Promise<{ number: string }> }

export default async function CaseOverviewPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const head = await caseHead(actor, number)
  const [standing, subjects, claims, points, snapshot] = await Promise.all([
    caseStanding(actor, { number }),
    caseSubjects(actor, head.id),
    caseClaims(actor, head.id),
    caseOpenPoints(actor, number),
    presentSnapshot(actor, number),
  ])
  const whyNotEdit = whyNot(actor, 'edit', standing)
  return (
    <TwoColumn
      side={<OverviewSide head={head} points={points} hash={snapshot.hash} />}
      sideLabel="Standing of the case"
    >
      <CaseOverview head={head} subjects={subjects} claims={claims} whyNotEdit={whyNotEdit} />
    </TwoColumn>
  )
}
