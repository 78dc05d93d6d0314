import { Section } from '@/components/layout/section'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import type { Citable } from '@/lib/claims/citable'
import type { CaseClaim } from '@/lib/claims/queries'
import type { Offer } from '@/lib/platform/offer'
import type { ClauseChoice } from '@/lib/terms/queries'
import { ClaimArticle } from './claim-article'
import { ClaimForm } from './claim-form'

type Props = {
  number: string
  claims: CaseClaim[]
  clauses: ClauseChoice[]
  targets: Citable
  /** Why the reader may not edit now, or null. */
  whyNotEdit: Offer
}

/** The claims of a case, and the way to make one. */
export function ClaimList({ claims, ...shared }: Props) {
  const { number, clauses, whyNotEdit } = shared
  const make = (
    <Dialog trigger="Make a claim" title="Make a claim" tone="primary" size="sm" whyNot={whyNotEdit}>
      <ClaimForm number={number} clauses={clauses} />
    </Dialog>
  )
  return (
    <Section title="Claims" mark={claims.length || undefined} actions={claims.length > 0 && make}>
      {claims.length === 0 && (
        <EmptyState title="No claim yet" action={make}>
          One alleged breach: a clause as it read at the time, what was done and when, and what shows it.
        </EmptyState>
      )}
      <div className="space-y-10">
        {claims.map((claim) => (
          <ClaimArticle key={claim.id} claim={claim} {...shared} />
        ))}
      </div>
    </Section>
  )
}
