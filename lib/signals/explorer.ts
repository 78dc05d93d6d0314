/** The log explorer: pages of a dataset of any size, with the text of accounts that are not in view masked inside the engine. */

import type { Engine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import type { CanonicalColumn } from './canonical-row'
import { readCursor, writeCursor } from './explorer-cursor'
import type { ExplorerFilter, ExplorerSort } from './explorer-filter'
import { conditionOf, selectRow, sortKeyOf } from './explorer-sql'

type TextColumn = 'system_prompt' | 'prompt' | 'response' | 'extra'
type NumberColumn =
  | 'input_tokens'
  | 'output_tokens'
  | 'reasoning_tokens'
  | 'cached_tokens'
  | 'latency_ms'
  | 'status'
  | 'temperature'
  | 'top_p'
  | 'max_tokens'

/** A row as a reader may see it. Times are ISO 8601 in UTC; texts are null when `masked`, their lengths (characters) are not. */
export type ExplorerRow = { row_id: number; account_id: string; masked: boolean; template_id: string | null } & {
  [Column in Exclude<CanonicalColumn, 'row_id' | 'account_id' | NumberColumn>]: string | null
} & { [Column in NumberColumn]: number | null } & { [Column in `${TextColumn}_length`]: number | null }

export type Dataset = {
  engine: Engine
  parquetPath: string
  /** Accounts whose text the reader may see. */
  visibleAccounts: readonly string[]
}

export type ExplorerPage = { rows: ExplorerRow[]; nextCursor: string | null; previousCursor: string | null }

const previewCharacters = 2_000
const mostRows = 500
const output = "SETTINGS date_time_output_format = 'iso'"
const file = "file({path:String}, 'Parquet')"

/**
 * One page in the asked order; texts are cut at 2,000 characters. Pages follow each other by key, so the thousandth costs what
 * the first does, and together they hold every matching row once. `isBack` gives the page before the cursor instead of the one
 * after. `limit` is at most 500.
 */
export async function explorerPage(
  page: Dataset & {
    filter: ExplorerFilter
    sort: ExplorerSort
    cursor?: string | null
    isBack?: boolean
    limit: number
  },
): Promise<ExplorerPage> {
  const limit = Math.min(Math.max(1, Math.floor(page.limit)), mostRows)
  const keys = await pageKeys(page, limit + 1)
  const hasMore = keys.length > limit
  const found = keys.slice(0, limit)
  const isBack = page.isBack === true && Boolean(page.cursor)
  const shown = isBack ? found.reverse() : found
  const place = (key: Key | undefined) =>
    key ? writeCursor({ text: key.key_text, number: key.key_number, row: key.row }) : null
  return {
    rows: await readRows(page, shown, previewCharacters),
    nextCursor: hasMore || isBack ? place(shown.at(-1)) : null,
    previousCursor: (isBack ? hasMore : page.cursor) ? place(shown[0]) : null,
  }
}

/** How many rows match. Text is counted in visible accounts alone. */
export async function explorerCount({
  engine,
  parquetPath,
  visibleAccounts,
  filter,
}: Dataset & { filter: ExplorerFilter }): Promise<number> {
  const { sql, params } = conditionOf(filter)
  const counted = await engine.rows<{ n: number }>(`SELECT count() AS n FROM ${file} WHERE ${sql}`, {
    ...params,
    path: parquetPath,
    visible: [...visibleAccounts],
  })
  return counted[0]?.n ?? 0
}

/** The rows with these ids, whole, in the order asked for; ids that the dataset does not have are left out. */
export async function rowsById({
  rowIds,
  ...dataset
}: Dataset & { rowIds: readonly number[] }): Promise<ExplorerRow[]> {
  if (rowIds.length > mostRows) throw new AppError('invalid-input', `Ask for at most ${mostRows} rows at a time.`)
  return await readRows(
    dataset,
    rowIds.map((row) => ({ row: String(row) })),
  )
}

type Key = { row: string; account: string; key_text: string; key_number: string }
type RowKey = { row: string; account?: string }

/** Only the columns that filter and sort are read here; the texts of a page are fetched by its row ids. */
async function pageKeys(
  { engine, parquetPath, visibleAccounts, filter, sort, cursor, isBack }: Parameters<typeof explorerPage>[0],
  limit: number,
): Promise<Key[]> {
  const key = sortKeyOf(sort)
  const { sql, params } = conditionOf(filter)
  const after = cursor ? readCursor(cursor) : null
  const isDown = (sort.direction === 'desc') !== (isBack === true && after !== null)
  const direction = isDown ? 'DESC' : 'ASC'
  const beyond = `(key_text, key_number, row_id) ${isDown ? '<' : '>'} ({text:String}, {number:Int64}, {row:UInt64})`
  return await engine.rows<Key>(
    `SELECT toString(row_id) AS row, account_id AS account, key_text, toString(key_number) AS key_number FROM (
       SELECT row_id, account_id, ${key.text} AS key_text, ${key.number} AS key_number FROM ${file}
       WHERE (${sql}) AND ${after ? beyond : '1'}
       ORDER BY key_text ${direction}, key_number ${direction}, row_id ${direction} LIMIT {limit:UInt32})
     ORDER BY key_text ${direction}, toInt64(key_number) ${direction}, row_id ${direction}`,
    { ...params, ...after, limit, path: parquetPath, visible: [...visibleAccounts] },
  )
}

type StoredRow = Omit<ExplorerRow, 'masked' | 'template_id' | TextColumn> & { visible: number } & {
  [Column in `shown_${TextColumn}`]: string | null
}

async function readRows({ engine, parquetPath, visibleAccounts }: Dataset, keys: readonly RowKey[], preview?: number) {
  if (keys.length === 0) return []
  const accounts = [...new Set(keys.flatMap(({ account }) => (account === undefined ? [] : [account])))]
  const found = await engine.rows<StoredRow>(
    `SELECT ${selectRow(preview)} FROM ${file}
     WHERE row_id IN {rows:Array(UInt64)} AND ${accounts.length > 0 ? 'account_id IN {accounts:Array(String)}' : '1'} ${output}`,
    { rows: keys.map(({ row }) => BigInt(row)), accounts, path: parquetPath, visible: [...visibleAccounts] },
  )
  const byId = new Map(found.map((row) => [String(row.row_id), asSeen(row)]))
  return keys.flatMap(({ row }) => byId.get(row) ?? [])
}

function asSeen({
  visible,
  shown_system_prompt,
  shown_prompt,
  shown_response,
  shown_extra,
  ...row
}: StoredRow): ExplorerRow {
  return {
    ...row,
    system_prompt: shown_system_prompt,
    prompt: shown_prompt,
    response: shown_response,
    extra: shown_extra,
    masked: !visible,
    template_id: null,
  } as ExplorerRow
}
