/** What of a run a finding is: one cell of the matrix, one cluster, or one candidate. */

import { type SignalId, signalIds } from '@/lib/signals/signal-definition'

export type FindingKey =
  | { kind: 'signal'; signal: SignalId; account: string }
  | { kind: 'cluster'; id: string }
  | { kind: 'candidate'; name: string }

/** The key as it is stored: `signal:templates:acct_1`, `cluster:3`, `candidate:NAME`. */
export function writeFindingKey(key: FindingKey): string {
  if (key.kind === 'signal') return `signal:${key.signal}:${key.account}`
  return key.kind === 'cluster' ? `cluster:${key.id}` : `candidate:${key.name}`
}

/** The key behind a stored text, or null for anything that is none. Accounts and names may hold colons. */
export function readFindingKey(text: string): FindingKey | null {
  const match = /^(signal|cluster|candidate):(.*)$/s.exec(text)
  const rest = match?.[2] ?? ''
  if (rest === '') return null
  if (match?.[1] === 'cluster') return { kind: 'cluster', id: rest }
  if (match?.[1] === 'candidate') return { kind: 'candidate', name: rest }
  const colon = rest.indexOf(':')
  const signal = signalIds.find((id) => id === rest.slice(0, colon))
  const account = rest.slice(colon + 1)
  return signal && colon > 0 && account !== '' ? { kind: 'signal', signal, account } : null
}
