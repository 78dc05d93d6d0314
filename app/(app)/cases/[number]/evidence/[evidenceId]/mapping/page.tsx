import { notFound } from 'next/navigation'
import { z } from 'zod'
import { MappingForm } from '@/components/evidence/mapping-form'
import { MappingRecords } from '@/components/evidence/mapping-records'
import { SavedMappings } from '@/components/evidence/saved-mappings'
import { Section } from '@/components/layout/section'
import { TextLink } from '@/components/ui/text-link'
import { mappingPage } from '@/lib/evidence/mapping-page'
import { requireActor } from '@/lib/platform/session'

type Props = {
  params: Promise<{ number: string; evidenceId: string }>
  searchParams: Promise<{ start?: string }>
}

export default async function MappingPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { number, evidenceId } = await params
  const start = z.guid().safeParse((await searchParams).start).data
  if (!z.guid().safeParse(evidenceId).success) notFound()
  const { item, records, saved, ...form } = await mappingPage(actor, { evidenceId, start })
  if (item.case.number !== number) notFound()
  const path = `/cases/${number}/evidence/${evidenceId}`
  return (
    <>
      <div className="space-y-1">
        <p className="text-sm">
          <TextLink href={path}>{item.name}</TextLink>
        </p>
        <h2 className="text-xl font-semibold">Say what the fields of this log are</h2>
        <p className="max-w-[70ch] text-ink-2">
          Its format is not one that is known here. Below is a guess by the names and values of its fields: check it,
          and what it gives. It is kept under a name and chosen by itself for the next log with these fields.
        </p>
      </div>
      <SavedMappings {...{ saved, path: `${path}/mapping`, chosen: start ?? null }} />
      <Section title="The first records" mark={records.rows.length} lead="Long texts are cut.">
        <MappingRecords records={records} />
      </Section>
      <Section title="Which field is what">
        <MappingForm key={start ?? ''} {...{ evidenceId, ...form }} />
      </Section>
    </>
  )
}
