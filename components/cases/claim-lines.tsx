import { Section } from '@/components/layout/section'
import { Day } from '@/components/ui/day'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import type { CaseClaim } from '@/lib/claims/queries'

/** The claims of a case in short: clause, statement, conduct, and how much of it is cited. */
export function ClaimLines({ claims, base }: { claims: CaseClaim[]; base: string }) {
  return (
    <Section
      title="Claims"
      mark={claims.length || undefined}
      actions={
        <LinkButton href={`${base}/claims`} size="sm">
          Open claims
        </LinkButton>
      }
    >
      {claims.length === 0 && (
        <p className="text-ink-3">No claim yet: a clause, the conduct, and the rows that show it.</p>
      )}
      <ol className="divide-y divide-line border-y border-line empty:hidden">
        {claims.map((claim) => (
          <li key={claim.id} className="space-y-1 py-3">
            <TextLink href={`${base}/claims#${claim.id}`}>
              {claim.clause.number} {claim.clause.title}
            </TextLink>
            <p className="font-serif text-read">{claim.statement}</p>
            <p className="text-sm text-ink-3">
              <Day at={claim.conductFrom} /> to <Day at={claim.conductUntil} /> · {elementsShown(claim)}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function elementsShown({ clause, citations }: CaseClaim): string {
  const shown = new Set(citations.flatMap(({ element }) => element ?? [])).size
  const cited = `${citations.length} ${citations.length === 1 ? 'citation' : 'citations'}`
  return clause.elements.length === 0 ? cited : `${shown} of ${clause.elements.length} elements cited · ${cited}`
}
