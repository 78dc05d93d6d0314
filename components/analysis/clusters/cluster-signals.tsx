import { AddFinding } from '@/components/analysis/add-finding'
import { TextLink } from '@/components/ui/text-link'
import type { ClusterSignalView } from '@/lib/analysis/clusters/cluster-signal-words'

type Offered = ClusterSignalView & { offer?: Parameters<typeof AddFinding>[0] | null }
type Props = {
  signals: Offered[]
  /** The address of the rows of the cluster. */
  rows: string
}

/** What a cluster does as one: each signal with its value, what it is read against, its rows, and on request the whole of it. */
export function ClusterSignals({ signals, rows }: Props) {
  if (signals.length === 0) return null
  return (
    <ul aria-label="Signals of the cluster as one" className="divide-y divide-line border-y border-line">
      {signals.map((signal) => (
        <li key={signal.id}>
          <details className="py-2">
            <summary className="cursor-pointer">
              <span className="inline-grid w-[calc(100%-1.5rem)] gap-x-4 align-top sm:grid-cols-[10rem_1fr]">
                <span className="font-medium">{signal.title}</span>
                <span className={signal.hasValue ? 'figures' : 'text-ink-3'}>
                  {signal.found}
                  {signal.against && <span className="text-ink-3">; {signal.against}</span>}
                </span>
              </span>
            </summary>
            <Explained signal={signal} />
            <div className="mt-3 flex flex-wrap items-center gap-4 sm:ml-44">
              <TextLink href={`${rows}?signal=${signal.id}`}>Rows behind it</TextLink>
              {signal.offer && <AddFinding {...signal.offer} />}
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}

function Explained({ signal }: { signal: ClusterSignalView }) {
  return (
    <div className="mt-2 max-w-[70ch] space-y-2 text-ink-2 sm:ml-44">
      <p>{signal.question} Error rate: not established.</p>
      <ul>
        {signal.innocentExplanations.map(({ name, how }) => (
          <li key={name}>
            <span className="inline-block font-medium first-letter:uppercase">{name}</span>: {how}
          </li>
        ))}
      </ul>
      <ClusterSignalExplained signal={signal} />
    </div>
  )
}

/** What a signal of a cluster is, what would rebut it, what it cannot show, and its further measures. */
export function ClusterSignalExplained({ signal }: { signal: ClusterSignalView }) {
  const { definition, rebuttedBy, cannotShow, measures } = signal
  return (
    <div className="space-y-2 text-ink-2">
      <p>{definition}</p>
      <p>Would rebut it: {rebuttedBy}</p>
      <p>Cannot show: {cannotShow}</p>
      <dl className="figures">
        {measures.map(({ name, meaning, text }) => (
          <div key={name} className="flex justify-between gap-4 border-t border-line py-1">
            <dt>
              {name} <span className="block text-sm text-ink-3">{meaning}</span>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
