import { ClaimArticle } from '@/components/claims/claim-article'
import { ClaimForm } from '@/components/claims/claim-form'
import { ExplanationList } from '@/components/claims/explanation-list'
import { Section } from '@/components/layout/section'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { whyNot } from '@/lib/cases/policy'
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
  const whyNotEdit = whyNot(actor, 'edit', standing)
  const make = (
    <Dialog trigger="Make a claim" title="Make a claim" tone="primary" size="sm" whyNot={whyNotEdit}>
      <ClaimForm number={number} clauses={clauses} />
    </Dialog>
  )
  return (
    <>
      <Section title="Claims" mark={claims.length || undefined} actions={claims.length > 0 && make}>
        {claims.length === 0 && (
          <EmptyState title="No claim yet" action={make}>
            One alleged breach: a clause as it read at the time, what was done and when, and what shows it.
          </EmptyState>
        )}
        <div className="space-y-10">
          {claims.map((claim) => (
            <ClaimArticle
              key={claim.id}
              claim={claim}
              number={number}
              clauses={clauses}
              targets={targets}
              whyNotEdit={whyNotEdit}
            />
          ))}
        </div>
      </Section>
      <Section
        title="Innocent explanations"
        lead="Each is answered before the case can be submitted: what was checked, and what it showed."
      >
        <ExplanationList number={number} answers={answers} whyNotEdit={whyNotEdit} />
      </Section>
    </>
  )
}
