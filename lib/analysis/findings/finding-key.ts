/** What of a run a finding is: one cell of the matrix, one cluster, one signal of a cluster, or one candidate. */

import { type ClusterSignalId, clusterSignalIds } from '@/lib/signals/clusters/cluster-cell'
import { type SignalId, signalIds } from '@/lib/signals/signal-definition'

export type FindingKey =
  | { kind: 'signal'; signal: SignalId; account: string }
  | { kind: 'cluster'; id: string }
  | { kind: 'cluster-signal'; signal: ClusterSignalId; id: string }
  | { kind: 'candidate'; name: string }

/** The key as it is stored: `signal:templates:acct_1`, `cluster:3`, `cluster-signal:failover:3`, `candidate:NAME`. */
export function writeFindingKey(key: FindingKey): string {
  if (key.kind === 'signal') return `signal:${key.signal}:${key.account}`
  if (key.kind === 'cluster-signal') return `cluster-signal:${key.signal}:${key.id}`
  return key.kind === 'cluster' ? `cluster:${key.id}` : `candidate:${key.name}`
}

/** The key behind a stored text, or null for anything that is none. Accounts and names may hold colons. */
export function readFindingKey(text: string): FindingKey | null {
  const match = /^(signal|cluster|cluster-signal|candidate):(.*)$/s.exec(text)
  const rest = match?.[2] ?? ''
  if (rest === '') return null
  if (match?.[1] === 'cluster') return { kind: 'cluster', id: rest }
  if (match?.[1] === 'candidate') return { kind: 'candidate', name: rest }
  const colon = rest.indexOf(':')
  const [name, of] = [rest.slice(0, colon), rest.slice(colon + 1)]
  if (colon <= 0 || of === '') return null
  if (match?.[1] === 'cluster-signal') {
    const signal = clusterSignalIds.find((id) => id === name)
    return signal ? { kind: 'cluster-signal', signal, id: of } : null
  }
  const signal = signalIds.find((id) => id === name)
  return signal ? { kind: 'signal', signal, account: of } : null
}
