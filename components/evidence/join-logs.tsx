import { Form } from '@/components/form/form'
import { Section } from '@/components/layout/section'
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
        {offers.map(({ evidenceId: otherId, name, format, share, joinedAs }) => (
          <li key={otherId} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-80">
              <TextLink href={`/cases/${number}/evidence/${otherId}`}>{name}</TextLink>
              <p className="figures text-sm text-ink-2">
                {format};{' '}
                {share === null
                  ? 'too large to look for shared requests now'
                  : `${formatShare(share, 1)} of the requests here are in it too`}
              </p>
            </div>
            {joinedAs ? (
              <TextLink href={`/cases/${number}/datasets/${joinedAs}`}>Open the joined dataset</TextLink>
            ) : (
              <Form
                action={joinLogsAction}
                submit="Join them"
                tone="secondary"
                hidden={{ evidenceId, otherId }}
                done="The logs are being joined. The dataset appears here."
                whyNot={whyNot}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
