import { CollectionFacts } from '@/components/collection/collection-facts'
import { CollectionState } from '@/components/collection/collection-state'
import { Section } from '@/components/layout/section'
import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
import { collectionPage } from '@/lib/collection/collection-pages'
import { collectionStates } from '@/lib/collection/state-words'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; id: string }> }

export default async function CollectionPage({ params }: Props) {
  const actor = await requireActor()
  const { number, id } = await params
  const { collection, ...offers } = await collectionPage(actor, { number, id })
  const { tone, word } = collectionStates[collection.state]
  return (
    <>
      <p className="text-sm">
        <TextLink href={`/cases/${number}/plans`}>Plans</TextLink> / Collection
      </p>
      <Section title={`Answers of ${collection.model}`} mark={<StateMark tone={tone}>{word}</StateMark>}>
        <CollectionState collection={collection} number={number} offers={offers} />
        <CollectionFacts collection={collection} number={number} />
      </Section>
    </>
  )
}
