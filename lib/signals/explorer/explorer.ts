/** The log explorer: pages of a dataset of any size, with the text of accounts that are not in view masked inside the engine. */

import { AppError } from '@/lib/platform/errors'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import type { ExplorerFilter } from './explorer-filter'
import { type Dataset, file, type Key, type PageAsked, placed, type Within } from './explorer-keys'
import { conditionOf, selectRow } from './explorer-sql'
import { fileFor, keysOfPage } from './time-index'

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

export type ExplorerPage = { rows: ExplorerRow[]; nextCursor: string | null; previousCursor: string | null }

const previewCharacters = 2_000
const mostRows = 500
const output = "SETTINGS date_time_output_format = 'iso'"

/** How many rows a page has that asks for `limit`: 1 to 500. */
export const rowsOfPage = (limit: number) => Math.min(Math.max(1, Math.floor(limit)), mostRows)

/**
 * One page in the asked order; texts are cut at 2,000 characters. Pages follow each other by key, so the thousandth costs what
 * the first does, and together they hold every matching row once. `limit` is at most 500.
 */
export async function explorerPage(page: PageAsked & { limit: number }): Promise<ExplorerPage> {
  const limit = rowsOfPage(page.limit)
  const { shown, ...cursors } = placed(page, await keysOfPage(page, limit + 1), limit)
  return { rows: await previewsOf(page, shown), ...cursors }
}

/** The rows of these keys in their order; texts are cut at 2,000 characters. */
export function previewsOf(dataset: Dataset, keys: readonly Key[], within: Within = {}): Promise<ExplorerRow[]> {
  return readRows(dataset, keys, { ...within, preview: previewCharacters })
}

/** How many rows match. Text is counted in visible accounts alone. */
export async function explorerCount({
  engine,
  visibleAccounts,
  filter,
  ...files
}: Dataset & { filter: ExplorerFilter }): Promise<number> {
  const { sql, params } = conditionOf(filter)
  const counted = await engine.rows<{ n: number }>(`SELECT count() AS n FROM ${file} WHERE ${sql}`, {
    ...params,
    path: fileFor(files, filter),
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

type StoredRow = Omit<ExplorerRow, 'masked' | 'template_id' | TextColumn> & { visible: number } & {
  [Column in `shown_${TextColumn}`]: string | null
}

type Reading = Within & { preview?: number }

async function readRows(
  { engine, parquetPath, visibleAccounts }: Dataset,
  keys: readonly { row: string; account?: string }[],
  { preview, part, signal }: Reading = {},
) {
  if (keys.length === 0) return []
  const accounts = [...new Set(keys.flatMap(({ account }) => (account === undefined ? [] : [account])))]
  const found = await engine.rows<StoredRow>(
    `SELECT ${selectRow(preview)} FROM ${file}
     WHERE row_id IN {rows:Array(UInt64)} AND ${accounts.length > 0 ? 'account_id IN {accounts:Array(String)}' : '1'}
       AND (${part?.sql ?? '1'}) ${output}`,
    {
      ...part?.params,
      rows: keys.map(({ row }) => BigInt(row)),
      accounts,
      path: parquetPath,
      visible: [...visibleAccounts],
    },
    { signal },
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
