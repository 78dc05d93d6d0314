import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { EntryList, ListEntry } from '@/components/ui/entry-list'
import { LinkButton } from '@/components/ui/link-button'
import { StateMark } from '@/components/ui/state-mark'
import { Time } from '@/components/ui/time'
import type { CollectionShown } from '@/lib/collection/queries'
import { collectionStates } from '@/lib/collection/state-words'
import { formatAmount } from '@/lib/platform/format-number'
import type { Offer } from '@/lib/platform/offer'

type Props = { collections: CollectionShown[]; number: string; planId: string | null; whyNot: Offer }

const noPrompts =
  'Register a plan that takes its prompts from a file of the case: collections ask registered prompts only.'

/** The collections of a case or of one plan, newest first. */
export function CollectionList({ collections, number, planId, whyNot }: Props) {
  const href = `/cases/${number}/collections/new?plan=${planId}`
  const reason = whyNot ?? (planId === null ? noPrompts : null)
  const collect = (
    <LinkButton href={href} whyNot={reason}>
      Collect answers
    </LinkButton>
  )
  return (
    <Section
      title="Collections"
      mark={collections.length}
      lead="The registered prompts, put to a model behind an endpoint; every response is kept, and sealed as evidence."
      actions={collections.length > 0 && collect}
    >
      {collections.length === 0 ? (
        <EmptyState title="Nothing was collected" action={collect}>
          Outputs can be uploaded as evidence, or asked for here from endpoints that a lead registered.
        </EmptyState>
      ) : (
        <EntryList>
          {collections.map((collection) => (
            <CollectionEntry key={collection.id} collection={collection} number={number} />
          ))}
        </EntryList>
      )}
    </Section>
  )
}

function CollectionEntry({ collection, number }: { collection: CollectionShown; number: string }) {
  const { id, model, request, plan, createdAt, startedBy, state } = collection
  const { tone, word } = collectionStates[state]
  return (
    <ListEntry
      href={`/cases/${number}/collections/${id}`}
      title={model}
      mark={<StateMark tone={tone}>{word}</StateMark>}
    >
      {formatAmount(request.prompts.count, 'prompt')} of {plan.name}, version {plan.version}, to {request.endpoint.name}{' '}
      · <Time at={createdAt} /> · {startedBy.name}
    </ListEntry>
  )
}
