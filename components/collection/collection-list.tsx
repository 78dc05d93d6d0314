import { Section } from '@/components/layout/section'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { StateMark } from '@/components/ui/state-mark'
import { TextLink } from '@/components/ui/text-link'
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
        <ul className="divide-y divide-line border-y border-line">
          {collections.map((collection) => (
            <CollectionEntry key={collection.id} collection={collection} number={number} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function CollectionEntry({ collection, number }: { collection: CollectionShown; number: string }) {
  const { id, model, request, plan, createdAt, startedBy, state } = collection
  const { tone, word } = collectionStates[state]
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <span className="min-w-0">
        <TextLink href={`/cases/${number}/collections/${id}`}>{model}</TextLink>
        <span className="block text-sm text-ink-3">
          {formatAmount(request.prompts.count, 'prompt')} of {plan.name}, version {plan.version}, to{' '}
          {request.endpoint.name} · <Time at={createdAt} /> · {startedBy.name}
        </span>
      </span>
      <StateMark tone={tone}>{word}</StateMark>
    </li>
  )
}
