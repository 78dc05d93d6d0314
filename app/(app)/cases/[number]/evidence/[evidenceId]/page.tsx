import { notFound } from 'next/navigation'
import { z } from 'zod'
import { CustodyList } from '@/components/evidence/custody-list'
import { EvidenceFacts } from '@/components/evidence/evidence-facts'
import { EvidenceHead } from '@/components/evidence/evidence-head'
import { EvidenceNotices } from '@/components/evidence/evidence-notices'
import { JoinLogs } from '@/components/evidence/join-logs'
import { TableFacts } from '@/components/evidence/table-facts'
import { Section } from '@/components/layout/section'
import { custodyOf } from '@/lib/evidence/custody-lines'
import { joinOffers } from '@/lib/evidence/join-queries'
import { offer } from '@/lib/evidence/policy'
import { evidenceItem } from '@/lib/evidence/queries'
import { formatCount } from '@/lib/platform/format-number'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; evidenceId: string }> }

export default async function EvidenceItemPage({ params }: Props) {
  const actor = await requireActor()
  const { number, evidenceId } = await params
  if (!z.guid().safeParse(evidenceId).success) notFound()
  const item = await evidenceItem(actor, evidenceId)
  if (item.case.number !== number) notFound()
  const [lines, offers] = await Promise.all([
    custodyOf(actor, evidenceId),
    item.dataset ? joinOffers(actor, evidenceId) : [],
  ])
  const reasons = {
    download: offer(actor, 'download', item),
    withdraw: offer(actor, 'withdraw', item),
    readAgain: offer(actor, 'read-again', item),
    map: offer(actor, 'map', item),
    join: offer(actor, 'join', item),
  }
  return (
    <>
      <EvidenceHead item={item} reasons={reasons} />
      <EvidenceNotices item={item} reasons={reasons} />
      <EvidenceFacts item={item} whyNotMap={reasons.map} />
      <TableFacts item={item} whyNot={offer(actor, 'compare', item)} />
      <JoinLogs number={number} evidenceId={evidenceId} offers={offers} whyNot={reasons.join} />
      <Section
        title="Custody"
        mark={formatCount(lines.length)}
        lead="Every touch of this item, out of the chained record: who, what, when, from where, and what came of it."
      >
        <CustodyList lines={lines} />
      </Section>
    </>
  )
}
