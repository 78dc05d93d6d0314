import { Fold } from '@/components/layout/fold'
import { Section } from '@/components/layout/section'
import type { comparisonPage } from '@/lib/analysis/comparison/comparison-page'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'
import { AddFinding } from './add-finding'

type Props = {
  number: string
  runId: string
  offers: Awaited<ReturnType<typeof comparisonPage>>['offers']
  whyNot: Offer
}

const shownAtOnce = 10

/** What of a comparison can become a finding: one for each candidate, the first ones open. */
export function OfferedFindings({ offers, ...beside }: Props) {
  if (offers.length === 0) return null
  const further = offers.slice(shownAtOnce)
  return (
    <Section id="add" title="Add to the case" lead="Also what points the other way may be worth adding.">
      <Offers offers={offers.slice(0, shownAtOnce)} {...beside} />
      {further.length > 0 && (
        <Fold label={formatAmount(further.length, 'further candidate')}>
          <Offers offers={further} {...beside} />
        </Fold>
      )}
    </Section>
  )
}

function Offers({ number, runId, offers, whyNot }: Props) {
  return (
    <ul className="max-w-3xl divide-y divide-line border-y border-line">
      {offers.map(({ name, ...offer }) => (
        <li key={name} className="flex items-center justify-between gap-4 py-2">
          <span className="min-w-0 break-words">{offer.proposal.title}</span>
          <AddFinding number={number} runId={runId} whyNot={whyNot} {...offer} />
        </li>
      ))}
    </ul>
  )
}
