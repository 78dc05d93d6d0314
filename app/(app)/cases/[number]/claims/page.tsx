import { ClaimList } from '@/components/claims/claim-list'
import { ExplanationList } from '@/components/claims/explanation-list'
import { Section } from '@/components/layout/section'
import { offer } from '@/lib/cases/policy'
import { caseHead, explanationAnswers } from '@/lib/cases/queries'
import { citable } from '@/lib/claims/citable'
import { caseClaims } from '@/lib/claims/queries'
import { requireActor } from '@/lib/platform/session'
import { caseStanding } from '@/lib/review/standing'
import { clauseChoices } from '@/lib/terms/queries'

type Props = { params: Promise<{ number: string }> }

export default async function ClaimsPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const head = await caseHead(actor, number)
  const [standing, claims, answers, clauses, targets] = await Promise.all([
    caseStanding(actor, { number }),
    caseClaims(actor, head.id),
    explanationAnswers(actor, head.id),
    clauseChoices(actor),
    citable(actor, head.id),
  ])
  const whyNotEdit = offer(actor, 'edit', standing)
  return (
    <>
      <ClaimList number={number} claims={claims} clauses={clauses} targets={targets} whyNotEdit={whyNotEdit} />
      <Section
        title="Innocent explanations"
        lead="Each is answered before the case can be submitted: what was checked, and what it showed."
      >
        <ExplanationList number={number} answers={answers} whyNotEdit={whyNotEdit} />
      </Section>
    </>
  )
}
