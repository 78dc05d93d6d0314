import { DescriptionList } from '@/components/ui/description-list'
import type { ExplainedSignal } from '@/lib/analysis/dataset/signal-words'

/** What a signal is, against whom it is read, how often it errs, what innocently causes it, and what it cannot show. */
export function SignalExplained({ signal }: { signal: ExplainedSignal }) {
  return (
    <DescriptionList
      items={[
        { term: 'Definition', value: signal.definition },
        { term: 'Headline value', value: `${signal.value.name}, in ${signal.value.unit}` },
        { term: 'Read against', value: signal.peerGroup },
        { term: 'Error rate', value: signal.errorRate === 'not established' ? 'Not established.' : signal.errorRate },
        { term: 'Flagged when', value: signal.flag },
        {
          term: 'Innocent explanations',
          value: (
            <ul className="space-y-1">
              {signal.innocentExplanations.map(({ name, how }) => (
                <li key={name}>
                  <span className="font-medium">{name}</span>: {how}
                </li>
              ))}
            </ul>
          ),
        },
        { term: 'Would rebut it', value: signal.rebuttedBy },
        { term: 'Cannot show', value: signal.cannotShow },
        { term: 'Source', value: signal.source },
        { term: 'Needs', value: <span className="font-mono text-sm">{signal.needs.join(', ')}</span> },
        { term: 'ATLAS techniques', value: signal.techniques.join(', ') || 'none' },
        { term: 'Version', value: `${signal.id} ${signal.version}` },
      ]}
    />
  )
}
