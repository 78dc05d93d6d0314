/** Cuts what a search has to read into parts that follow the order of the file, small ones first, so that first hits come soon. */

import type { EngineParams } from '@/lib/platform/engine'
import { type Dataset, file } from './explorer-keys'
import { type Condition, isVisible } from './explorer-sql'

export type SearchParts = {
  /** Rows that all parts hold together. */
  rows: number
  /** Every row that is searched is in one of them and in no other. */
  parts: Condition[]
}

/** An account of the file's order. Times in milliseconds since 1970, null when none of its rows has one. */
export type AccountRows = { account: string; rows: number; first: number | null; last: number | null }

/** Rows of the first part and of the largest; each part has twice as many as the one before. */
export type PartSizes = { first: number; largest: number }

const usual: PartSizes = { first: 32_768, largest: 1_048_576 }

/** The parts of the readable rows that `base` lets through: the file is sorted by account and time, so the engine skips what lies outside of one. */
export async function searchParts(
  { engine, parquetPath: path, visibleAccounts }: Dataset,
  base: Condition,
  { sizes = usual, signal }: { sizes?: PartSizes; signal?: AbortSignal } = {},
): Promise<SearchParts> {
  const accounts = await engine.rows<AccountRows>(
    `SELECT account_id AS account, count() AS rows, toUnixTimestamp64Milli(min(timestamp)) AS first,
       toUnixTimestamp64Milli(max(timestamp)) AS last
     FROM ${file} WHERE (${base.sql}) AND ${isVisible} GROUP BY account ORDER BY account`,
    { ...base.params, path, visible: [...visibleAccounts] },
    { signal },
  )
  return { rows: accounts.reduce((sum, { rows }) => sum + rows, 0), parts: partsOf(accounts, sizes) }
}

/** The parts of accounts that are given in the order of the file. An account of many rows is cut by time, others stay whole. */
export function partsOf(accounts: AccountRows[], { first, largest }: PartSizes): Condition[] {
  const parts: Condition[] = []
  let waiting: AccountRows[] = []
  let gathered = 0
  const size = () => Math.min(largest, first * 2 ** Math.min(parts.length, 40))
  const close = () => {
    const [from, to] = [waiting[0], waiting.at(-1)]
    if (from && to) parts.push(among(from.account, to.account))
    waiting = []
    gathered = 0
  }
  for (const account of accounts) {
    if (account.rows > 2 * size()) {
      close()
      parts.push(...byTime(account, Math.ceil(account.rows / size())))
      continue
    }
    waiting.push(account)
    gathered += account.rows
    if (gathered >= size()) close()
  }
  close()
  return parts
}

function among(from: string, to: string): Condition {
  return {
    sql: 'account_id >= {part_from:String} AND account_id <= {part_to:String}',
    params: { part_from: from, part_to: to },
  }
}

/** Equal spans of time of one account; the last holds its end, and rows without a time are a part of their own. */
function byTime({ account, first, last }: AccountRows, count: number): Condition[] {
  const whole = among(account, account)
  const and = (sql: string, params: EngineParams = {}): Condition => ({
    sql: `${whole.sql} AND ${sql}`,
    params: { ...whole.params, ...params },
  })
  if (first === null || last === null) return [whole]
  const start = (part: number) => (part === count ? last + 1 : first + Math.floor(((last - first) * part) / count))
  const spans = Array.from({ length: count }, (_, part) => [start(part), start(part + 1)] as const)
  const within =
    'timestamp >= fromUnixTimestamp64Milli({part_first:Int64}) AND timestamp < fromUnixTimestamp64Milli({part_end:Int64})'
  return [
    ...spans.flatMap(([from, end]) => (from < end ? [and(within, { part_first: from, part_end: end })] : [])),
    and('timestamp IS NULL'),
  ]
}
