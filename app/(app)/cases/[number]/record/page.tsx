import { Section } from '@/components/layout/section'
import { EventLines } from '@/components/record/event-lines'
import { KeysetPages } from '@/components/table/keyset-pages'
import { firstValueOf, type SearchParams } from '@/components/table/search-params'
import { caseHead } from '@/lib/cases/queries'
import { recordedEvents } from '@/lib/custody/queries'
import { readSequence } from '@/lib/custody/sequence'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> }

export default async function CaseRecordPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { number } = await params
  await caseHead(actor, number)
  const before = readSequence(firstValueOf(await searchParams, 'before'))
  const { events, more } = await recordedEvents(actor, { number, before })
  const path = `/cases/${number}/record`
  return (
    <Section
      title="Record"
      lead="Everything that was done in this case. Each line is chained to the one before it in the record of the whole installation."
    >
      <EventLines events={events} withCase={false} />
      <KeysetPages
        previousHref={before === undefined ? null : path}
        nextHref={more ? `${path}?before=${events.at(-1)?.seq}` : null}
      />
    </Section>
  )
}
