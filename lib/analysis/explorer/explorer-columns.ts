/** The columns of the explorer: which there are, which are shown when nobody chose, and how a choice stands in the address. Pure. */

import type { ExplorerSort } from '@/lib/signals/explorer/explorer-filter'

/** Columns that have a place of their own in a line; the others are found under their name. */
const ownColumns = ['time', 'account', 'model', 'status', 'input', 'output', 'latency', 'prompt', 'response'] as const

/** Columns that are shown when they are chosen. None of them is text that can be masked. */
export const furtherColumns = [
  ...(['request_id', 'session_id', 'org_id', 'user_id', 'api_key_id', 'ip', 'asn', 'country', 'user_agent'] as const),
  ...(['reasoning_tokens', 'cached_tokens', 'finish_reason', 'temperature', 'top_p', 'max_tokens'] as const),
  ...(['plan', 'payment_ref', 'email_domain', 'account_created_at'] as const),
] as const

export type ExplorerColumnName = (typeof ownColumns)[number] | (typeof furtherColumns)[number]

export type ExplorerColumn = { name: ExplorerColumnName; label: string; sort?: ExplorerSort['sort']; end?: boolean }

const own: ExplorerColumn[] = [
  { name: 'time', label: 'Time', sort: 'time' },
  { name: 'account', label: 'Account', sort: 'account' },
  { name: 'model', label: 'Model' },
  { name: 'status', label: 'Status', end: true },
  { name: 'input', label: 'Input', sort: 'input_tokens', end: true },
  { name: 'output', label: 'Output', sort: 'output_tokens', end: true },
  { name: 'latency', label: 'Latency', sort: 'latency', end: true },
  { name: 'prompt', label: 'Prompt' },
  { name: 'response', label: 'Response' },
]

const words = (name: string) => {
  const text = name.replace(/_id$/, '').replaceAll('_', ' ')
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`
}

/** Every column in the order in which it is shown; the time always leads, because it opens the row. */
export const explorerColumns: ExplorerColumn[] = [
  ...own.slice(0, 7),
  ...furtherColumns.map((name) => ({ name, label: words(name) })),
  ...own.slice(7),
]

/** The columns that an address names (`columns=account,prompt`), in their own order; those of everybody when it names none. */
export function readColumns(text: string | undefined): ExplorerColumnName[] {
  const named = new Set(text?.split(','))
  const chosen = explorerColumns.filter(({ name }) => named.has(name)).map(({ name }) => name)
  return chosen.length === 0 ? [...ownColumns] : ['time', ...chosen.filter((name) => name !== 'time')]
}

/** The choice as an address writes it; null when it is that of everybody. */
export function writeColumns(names: ExplorerColumnName[]): string | null {
  const isOrdinary = names.length === ownColumns.length && ownColumns.every((name) => names.includes(name))
  return isOrdinary ? null : names.join(',')
}
