import { Code, Hash } from '@/components/ui/code'
import { DescriptionList } from '@/components/ui/description-list'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { CollectionShown } from '@/lib/collection/queries'
import { providerNames } from '@/lib/collection/schema'
import { formatAmount } from '@/lib/platform/format-number'

/** What was asked, of whom and how, and the evidence that came of it. */
export function CollectionFacts({ collection, number }: { collection: CollectionShown; number: string }) {
  const { request, plan, responses, outputs, createdAt, startedBy, finishedAt, round } = collection
  const { endpoint, modelId, prompts, pace, budget } = request
  const limits = [
    ...(budget.requests === null ? [] : [formatAmount(budget.requests, 'request')]),
    ...(budget.tokens === null ? [] : [formatAmount(budget.tokens, 'token')]),
  ]
  return (
    <div className="max-w-3xl">
      <DescriptionList
        items={[
          { term: 'Plan', value: <PlanLink plan={plan} number={number} /> },
          {
            term: 'Asked',
            value: (
              <span className="flex flex-wrap items-baseline gap-x-3">
                <span>{formatAmount(prompts.count, 'prompt')}</span>
                <Hash value={prompts.sha256} />
              </span>
            ),
          },
          { term: 'Of', value: <Whom modelId={modelId} endpoint={endpoint} /> },
          {
            term: 'Pace',
            value: `${pace.concurrency} at a time, at most ${pace.attempts} tries of ${pace.timeoutSeconds} s each`,
          },
          { term: 'Budget', value: limits.length > 0 ? `${limits.join(', ')} in each round` : 'none was set' },
          {
            term: 'Started',
            value: <Started at={createdAt} name={startedBy.name} round={round} isOver={finishedAt !== null} />,
          },
          ...(finishedAt ? [{ term: 'Sealed', value: <Time at={finishedAt} /> }] : []),
          { term: 'Outputs', value: <EvidenceLink item={outputs} number={number} /> },
          { term: 'Responses', value: <EvidenceLink item={responses} number={number} /> },
        ]}
      />
    </div>
  )
}

function PlanLink({ plan, number }: { plan: CollectionShown['plan']; number: string }) {
  return (
    <TextLink href={`/cases/${number}/plans/${plan.id}`}>
      {plan.name}, version {plan.version}
    </TextLink>
  )
}

function Whom({ modelId, endpoint }: Pick<CollectionShown['request'], 'modelId' | 'endpoint'>) {
  return (
    <>
      <Code>{modelId}</Code> at {endpoint.name} ({providerNames[endpoint.provider]}), <Code>{endpoint.baseUrl}</Code>
    </>
  )
}

function Started({ at, name, round, isOver }: { at: Date; name: string; round: number; isOver: boolean }) {
  return (
    <>
      <Time at={at} /> by {name}
      {round > 1 && (isOver ? `, asked in ${round} rounds` : `, now in round ${round}`)}
    </>
  )
}

function EvidenceLink({ item, number }: { item: CollectionShown['outputs']; number: string }) {
  return item ? <TextLink href={`/cases/${number}/evidence/${item.id}`}>{item.name}</TextLink> : <>not sealed</>
}
