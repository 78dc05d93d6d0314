import { RefreshWhile } from '@/components/analysis/refresh-while'
import { Form } from '@/components/form/form'
import { Section } from '@/components/layout/section'
import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
import { joinLogsAction } from '@/lib/evidence/actions'
import type { JoinOffer } from '@/lib/evidence/join-queries'
import { formatShare } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Props = { number: string; evidenceId: string; offers: JoinOffer[]; whyNot: Offer }

/** The logs of the case that share requests with this one: each can complete it, in a dataset of its own. */
export function JoinLogs({ number, evidenceId, offers, whyNot }: Props) {
  if (offers.length === 0) return null
  return (
    <Section
      title="Logs that complete it"
      lead="They have the same requests. Joined, each row keeps its place in this log and gets what it lacks from the other; both stay as they are."
    >
      <ul className="divide-y divide-line border-y border-line">
        {offers.map((offer) => (
          <li key={offer.evidenceId} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-80 wrap-anywhere">
              <TextLink href={`/cases/${number}/evidence/${offer.evidenceId}`}>{offer.name}</TextLink>
              <p className="figures text-sm text-ink-2">
                {offer.format}; {overlapOf(offer)}
              </p>
              {offer.state === 'failed' && <p className="text-sm text-bad">They could not be joined: {offer.why}</p>}
            </div>
            <JoinMove {...{ number, evidenceId, offer, whyNot }} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function overlapOf({ share }: JoinOffer): string {
  return share === null
    ? 'too large to look for shared requests just now'
    : `${formatShare(share, 1)} of the requests here are in it too`
}

function JoinMove({ number, evidenceId, offer, whyNot }: Omit<Props, 'offers'> & { offer: JoinOffer }) {
  if (offer.state === 'joined')
    return <TextLink href={`/cases/${number}/datasets/${offer.datasetId}`}>Open the joined dataset</TextLink>
  if (offer.state === 'under-way') {
    return (
      <>
        <RefreshWhile />
        <StateMark tone="info">Being joined</StateMark>
      </>
    )
  }
  const hidden = { evidenceId, otherId: offer.evidenceId }
  return <Form action={joinLogsAction} submit="Join them" tone="secondary" hidden={hidden} whyNot={whyNot} />
}
