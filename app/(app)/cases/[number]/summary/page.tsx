import { ExportForm } from '@/components/exports/export-form'
import { ExportList } from '@/components/exports/export-list'
import { SummaryOutline } from '@/components/exports/summary-outline'
import { Section } from '@/components/layout/section'
import { caseExports, exportRefusal, summaryOutline } from '@/lib/exports/queries'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }> }

export default async function SummaryPage({ params }: Props) {
  const actor = await requireActor()
  const { number } = await params
  const [outline, exports, whyNot] = await Promise.all([
    summaryOutline(actor, number),
    caseExports(actor, number),
    exportRefusal(actor, number),
  ])
  return (
    <div className="space-y-10">
      <Section
        title="Summary"
        lead="Facts, claims, findings, decisions and exhibits with their hashes, as they stand now. Privileged notes cannot be in it."
      >
        <SummaryOutline outline={outline} />
      </Section>
      <Section title="Export" lead="Who exported what, and the hash of the file, go into the record.">
        <ExportForm {...{ number, whyNot }} accounts={outline.accounts} rows={outline.citedRows} />
      </Section>
      <Section
        title="Earlier exports"
        lead="An unchanged case exported with the same choices gives the same bytes, so the same SHA-256."
      >
        <ExportList exports={exports} whyNot={whyNot} />
      </Section>
    </div>
  )
}
