import { AttachTable } from '@/components/evidence/attach-table'
import { EvidenceIntake } from '@/components/evidence/evidence-intake'
import { EvidenceTable } from '@/components/evidence/evidence-table'
import { UnfinishedUploads } from '@/components/evidence/unfinished-uploads'
import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { attachableServers } from '@/lib/evidence/attachable-servers'
import { offer } from '@/lib/evidence/policy'
import { evidenceCase, listEvidence, unfinishedUploads } from '@/lib/evidence/queries'
import { formatCount } from '@/lib/platform/format-number'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }> }

export default async function EvidencePage({ params }: Props) {
  const actor = await requireActor()
  const home = await evidenceCase(actor, (await params).number)
  const [items, unfinished] = await Promise.all([listEvidence(actor, home.id), unfinishedUploads(actor, home.id)])
  const whyNotAdd = offer(actor, 'upload', home)
  const mayAdd = whyNotAdd === null
  const add = (
    <>
      <AttachTable number={home.number} servers={attachableServers(actor)} whyNot={whyNotAdd} />
      <EvidenceIntake caseId={home.id} caseNumber={home.number} earlier={unfinished} whyNot={whyNotAdd} />
    </>
  )
  const empty = (
    <EmptyState title="No evidence yet">
      <p>
        Usage logs, model outputs and documents come here. Each is sealed by its SHA-256 before anything is read from
        it.{mayAdd && ' Drop files anywhere on this page, or choose them above.'}
      </p>
    </EmptyState>
  )
  return (
    <>
      <UnfinishedUploads uploads={unfinished} />
      <Section title="Evidence" mark={items.length > 0 && formatCount(items.length)} actions={add}>
        <EvidenceTable rows={items} caseNumber={home.number} empty={empty} />
      </Section>
    </>
  )
}
