/** Which rows a page of the explorer shows and in which order, by their keys alone: no text is read that is not searched. */

import type { Engine } from '@/lib/platform/engine'
import { readCursor, writeCursor } from './explorer-cursor'
import type { ExplorerFilter, ExplorerSort } from './explorer-filter'
import { type Condition, conditionOf, sortKeyOf } from './explorer-sql'

export type Dataset = {
  engine: Engine
  parquetPath: string
  /** Accounts whose text the reader may see. */
  visibleAccounts: readonly string[]
  /** Its time index, when there is one: see `time-index.ts`. */
  timeIndexPath?: string | null
}

export type PageAsked = Dataset & {
  filter: ExplorerFilter
  sort: ExplorerSort
  cursor?: string | null
  /** The page before the cursor instead of the one after. */
  isBack?: boolean
}

/** The place of a row in an order; integers as text, since they can pass 2^53. */
export type Key = { row: string; account: string; key_text: string; key_number: string }

export type Placed = { shown: Key[]; nextCursor: string | null; previousCursor: string | null }

/** A part of the log, and the way to end the query when nobody waits for it any more. */
export type Within = { part?: Condition; signal?: AbortSignal }

export const file = "file({path:String}, 'Parquet')"

/** The first `limit` keys beyond the cursor, nearest first. */
export async function pageKeys(asked: PageAsked, limit: number, { part, signal }: Within = {}): Promise<Key[]> {
  const { engine, parquetPath, visibleAccounts, filter, sort, cursor } = asked
  const key = sortKeyOf(sort)
  const { sql, params } = conditionOf(filter)
  const after = cursor ? readCursor(cursor) : null
  const isDown = goesDown(asked)
  const direction = isDown ? 'DESC' : 'ASC'
  const beyond = `(key_text, key_number, row_id) ${isDown ? '<' : '>'} ({text:String}, {number:Int64}, {row:UInt64})`
  return await engine.rows<Key>(
    `SELECT toString(row_id) AS row, account_id AS account, key_text, toString(key_number) AS key_number FROM (
       SELECT row_id, account_id, ${key.text} AS key_text, ${key.number} AS key_number FROM ${file}
       WHERE (${sql}) AND (${part?.sql ?? '1'}) AND ${after ? beyond : '1'}
       ORDER BY key_text ${direction}, key_number ${direction}, row_id ${direction} LIMIT {limit:UInt32})
     ORDER BY key_text ${direction}, toInt64(key_number) ${direction}, row_id ${direction}`,
    { ...params, ...part?.params, ...after, limit, path: parquetPath, visible: [...visibleAccounts] },
    { signal },
  )
}

/** The page that `keys` make, of which one more than `limit` were asked for, and the cursors of the pages beside it. */
export function placed(asked: Pick<PageAsked, 'cursor' | 'isBack'>, keys: Key[], limit: number): Placed {
  const hasMore = keys.length > limit
  const found = keys.slice(0, limit)
  const isBack = goesBack(asked)
  const shown = isBack ? found.reverse() : found
  const place = (key: Key | undefined) =>
    key ? writeCursor({ text: key.key_text, number: key.key_number, row: key.row }) : null
  return {
    shown,
    nextCursor: hasMore || isBack ? place(shown.at(-1)) : null,
    previousCursor: (isBack ? hasMore : asked.cursor) ? place(shown[0]) : null,
  }
}

/** Keys in the order in which `pageKeys` gives them. */
export function inOrder(asked: Pick<PageAsked, 'sort' | 'cursor' | 'isBack'>, keys: Key[]): Key[] {
  const sign = goesDown(asked) ? -1 : 1
  return [...keys].sort(
    (a, b) =>
      sign *
      (Buffer.compare(Buffer.from(a.key_text), Buffer.from(b.key_text)) ||
        compared(BigInt(a.key_number), BigInt(b.key_number)) ||
        compared(BigInt(a.row), BigInt(b.row))),
  )
}

const compared = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

const goesBack = ({ cursor, isBack }: Pick<PageAsked, 'cursor' | 'isBack'>) => isBack === true && Boolean(cursor)

/** Whether the keys come from the greatest: the page before the cursor is read against the order. */
export const goesDown = ({ sort, ...place }: Pick<PageAsked, 'sort' | 'cursor' | 'isBack'>) =>
  (sort.direction === 'desc') !== goesBack(place)
