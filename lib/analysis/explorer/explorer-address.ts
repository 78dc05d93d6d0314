/** The explorer's address: filters, order and place as parameters, read one by one so that a broken one spoils nothing else. Pure and isomorphic. */

import {
  type ExplorerFilter,
  type ExplorerSort,
  equalColumns,
  explorerFilterSchema,
  explorerSorts,
  rangeColumns,
} from '@/lib/signals/explorer/explorer-filter'

import { type ExplorerColumnName, readColumns, writeColumns } from './explorer-columns'

export type Params = Record<string, string | string[] | undefined>
export type FilterChip = { name: string; label: string; value: string }

export type ExplorerAddress = {
  filter: ExplorerFilter
  sort: ExplorerSort
  cursor: string | null
  /** The page before the cursor instead of the one after it. */
  isBack: boolean
  columns: ExplorerColumnName[]
  /** The row whose detail is open. */
  row: number | null
  chips: FilterChip[]
  /** Parameters that could not be used, in sentences. */
  problems: string[]
}

/** What may be filtered, with its label, in the order of the query bar. */
export const filterFields: { name: keyof ExplorerFilter; label: string; hint: string }[] = [
  { name: 'prompt', label: 'prompt contains', hint: 'a text; searched in readable accounts alone' },
  { name: 'response', label: 'response contains', hint: 'a text; searched in readable accounts alone' },
  { name: 'system_prompt', label: 'system prompt contains', hint: 'a text; searched in readable accounts alone' },
  ...equalColumns.map((name) => ({ name, label: `${words(name)} is`, hint: 'exactly as it is written' })),
  { name: 'from', label: 'from', hint: '2026-10-14 or 2026-10-14T09:12:00Z, in UTC' },
  { name: 'to', label: 'until', hint: '2026-10-14 or 2026-10-14T09:12:00Z, in UTC' },
  ...rangeColumns.flatMap((name) => [
    { name: `${name}_from` as const, label: `${words(name)} at least`, hint: 'a number' },
    { name: `${name}_to` as const, label: `${words(name)} at most`, hint: 'a number' },
  ]),
]

function words(column: string): string {
  return column.replace(/_id$/, '').replaceAll('_', ' ')
}

/** Reads an address. `account` is short for `account_id`. */
export function readExplorerAddress(params: Params): ExplorerAddress {
  const first = (name: string) => [params[name]].flat()[0] || undefined
  const address: ExplorerAddress = {
    ...{ filter: {}, sort: sortOf(first('sort')), chips: [], problems: [] },
    ...{ cursor: first('after') ?? first('before') ?? null, isBack: !first('after') && Boolean(first('before')) },
    columns: readColumns(first('columns')),
    row: /^\d{1,15}$/.test(first('row') ?? '') ? Number(first('row')) : null,
  }
  for (const { name, label } of filterFields) {
    const value = first(name) ?? (name === 'account_id' ? first('account') : undefined)
    if (value === undefined) continue
    const parsed = explorerFilterSchema.shape[name].safeParse(value)
    if (!parsed.success) {
      address.problems.push(`“${label} ${value.slice(0, 80)}” cannot be used as a filter and was left out.`)
      continue
    }
    Object.assign(address.filter, { [name]: parsed.data })
    const param = first(name) === undefined ? 'account' : name
    address.chips.push({ name: param, label, value })
  }
  return address
}

/** What of an address is kept under a name: filters, order and columns that can be used. Empty when it has none of them. */
export function keptQuery(params: Params): string {
  const { chips, sort, columns } = readExplorerAddress(params)
  const query = new URLSearchParams(chips.map(({ name, value }) => [name === 'account' ? 'account_id' : name, value]))
  const order = `${sort.direction === 'desc' ? '-' : ''}${sort.sort}`
  const written = writeColumns(columns)
  if (order !== 'time') query.set('sort', order)
  if (written !== null) query.set('columns', written)
  return query.toString()
}

/** `time` ascending, `-time` descending. */
function sortOf(text: string | undefined): ExplorerSort {
  const sort = explorerSorts.find((name) => name === text?.replace(/^-/, ''))
  return { sort: sort ?? 'time', direction: sort && text?.startsWith('-') ? 'desc' : 'asc' }
}

/** The filter in words, for the record of a download. */
export function filterInWords({ chips }: Pick<ExplorerAddress, 'chips'>): string {
  return chips.length === 0 ? 'all rows' : chips.map(({ label, value }) => `${label} ${value}`).join('; ')
}
