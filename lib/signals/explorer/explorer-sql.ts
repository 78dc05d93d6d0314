/** SQL of the log explorer. Names come from lists in this code, values only as parameters. */

import type { EngineParams } from '@/lib/platform/engine'
import { canonicalColumns } from '@/lib/signals/canonical-row'
import { type ExplorerFilter, type ExplorerSort, equalColumns, rangeColumns, textColumns } from './explorer-filter'

export type Condition = { sql: string; params: EngineParams }

/** True for rows whose text may be read. A set, so that ten thousand accounts cost no more than one. */
export const isVisible = 'account_id IN (SELECT arrayJoin({visible:Array(String)}))'

/**
 * The rows a filter lets through. A text is searched in visible accounts alone: a masked row never matches, so that nobody
 * can guess at it.
 */
export function conditionOf(filter: ExplorerFilter): Condition {
  const parts: string[] = []
  const params: EngineParams = {}
  const add = (name: string, value: unknown, sql: string) => {
    if (value === undefined) return
    parts.push(sql)
    params[name] = value
  }
  for (const column of equalColumns) add(`eq_${column}`, filter[column], `${column} = {eq_${column}:String}`)
  for (const column of textColumns) {
    const found = `positionCaseInsensitiveUTF8(ifNull(${column}, ''), {text_${column}:String}) > 0`
    add(`text_${column}`, filter[column], `${isVisible} AND ${found}`)
  }
  for (const column of rangeColumns) {
    add(`from_${column}`, filter[`${column}_from`], `${column} >= {from_${column}:Float64}`)
    add(`to_${column}`, filter[`${column}_to`], `${column} <= {to_${column}:Float64}`)
  }
  add('from', millisecondsOf(filter.from), 'timestamp >= fromUnixTimestamp64Milli({from:Int64})')
  add('to', millisecondsOf(filter.to), 'timestamp <= fromUnixTimestamp64Milli({to:Int64})')
  return { sql: parts.length > 0 ? parts.map((part) => `(${part})`).join(' AND ') : '1', params }
}

/** Milliseconds since 1970. A date alone is its first moment; a time without a zone is UTC. */
export function millisecondsOf(instant: string | undefined): number | undefined {
  if (instant === undefined) return undefined
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(instant) || !instant.includes('T') ? instant : `${instant}Z`)
}

const orNone = (column: string) => `ifNull(accurateCastOrNull(${column}, 'Int64'), -9223372036854775807)`
const timeKey = 'ifNull(toUnixTimestamp64Milli(timestamp), -9223372036854775807)'

/** What a page is sorted by: text, then a number, then the row id, which makes every order total. */
const sortKeys: Record<ExplorerSort['sort'], { text: string; number: string }> = {
  time: { text: "''", number: timeKey },
  account: { text: 'account_id', number: timeKey },
  input_tokens: { text: "''", number: orNone('input_tokens') },
  output_tokens: { text: "''", number: orNone('output_tokens') },
  latency: { text: "''", number: orNone('latency_ms') },
}

export const sortKeyOf = ({ sort }: ExplorerSort) => sortKeys[sort]

/** Columns that are shown to the length alone when their account is masked. `extra` can hold earlier messages. */
const masked = ['system_prompt', 'prompt', 'response', 'extra'] as const

/** The columns of a row as the reader may see it; texts are cut at `previewCharacters` when given. */
export function selectRow(previewCharacters?: number): string {
  const plain = Object.keys(canonicalColumns).filter((name) => !masked.some((column) => column === name))
  const texts = masked.flatMap((column) => {
    const shown = previewCharacters ? `leftUTF8(${column}, ${Math.floor(previewCharacters)})` : column
    return [`if(visible, ${shown}, NULL) AS shown_${column}`, `lengthUTF8(${column}) AS ${column}_length`]
  })
  return [...plain, ...texts, `${isVisible} AS visible`].join(', ')
}
