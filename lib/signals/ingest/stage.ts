/** A sorted table of the engine in which the rows of one original gather before they are written out in order. */

import type { Engine } from '@/lib/platform/engine'
import { type CanonicalColumn, canonicalColumns, sortKey } from '@/lib/signals/canonical-row'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { parquetSettings } from './parquet-settings'
import type { RejectionCode } from './rejection'
import { columnNames, rowsSql } from './row-sql'

export type StageSummary = {
  rows: number
  accounts: number
  from: string | null
  to: string | null
  columns: CanonicalColumn[]
}

const order = sortKey.join(', ')
const iso = (milliseconds: unknown): string | null =>
  typeof milliseconds === 'number' ? new Date(milliseconds).toISOString() : null
/** Bytes of text in one row group of the Parquet, and in one block on the way there. */
const groupBytes = 64 * 1024 ** 2

const mergesOff = 'max_bytes_to_merge_at_max_space_in_pool = 1, max_bytes_to_merge_at_min_space_in_pool = 1'

/** The columns of a stage: of a row and of the verdict on it. */
export const stageStructure = [
  ...columnNames.map((column) => `${column} ${canonicalColumns[column]}`),
  'reason UInt8',
].join(', ')

/** Creates the table `name` (a plain word of our making). Its parts stay apart: merging them costs more than reading a few dozen. */
export async function createStage(engine: Engine, name: string): Promise<void> {
  await engine.run(`CREATE TABLE ${name} (${stageStructure})
    ENGINE = MergeTree ORDER BY (${order}) SETTINGS allow_nullable_key = 1, ${mergesOff}`)
}

/** Lets the engine merge parts from here on, for originals of which the parts would grow too many to be read side by side. */
export const mergeStage = (engine: Engine, name: string): Promise<void> =>
  engine.run(
    `ALTER TABLE ${name} RESET SETTING max_bytes_to_merge_at_max_space_in_pool, max_bytes_to_merge_at_min_space_in_pool`,
  )

export const dropStage = (engine: Engine, name: string): Promise<void> =>
  engine.run(`DROP TABLE IF EXISTS ${name} SYNC`)

/** The tables whose names begin with `prefix`. */
export async function stagesNamed(engine: Engine, prefix: string): Promise<string[]> {
  const sql = 'SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})'
  return (await engine.rows<{ name: string }>(sql, { prefix })).map(({ name }) => name)
}

/** Reads the lines at `path`, which begin at position `first`, into the table. */
export async function stageLines(
  engine: Engine,
  name: string,
  format: LogFormat,
  lines: { path: string; first: number },
): Promise<void> {
  await engine.run(`INSERT INTO ${name} ${rowsSql(format)}`, { ...format.params, ...lines })
}

/** Which of a chunk's positions were refused and why, in order. */
export async function refusedIn(
  engine: Engine,
  name: string,
  { first, positions }: { first: number; positions: number },
) {
  return await engine.rows<{ position: number; code: RejectionCode }>(
    `SELECT row_id AS position, reason AS code FROM ${name}
     WHERE reason > 0 AND row_id >= {first:UInt64} AND row_id < {first:UInt64} + {positions:UInt64} ORDER BY row_id`,
    { first, positions },
  )
}

/** Gives the rows of one table to another. */
export async function moveRows(engine: Engine, from: string, to: string): Promise<void> {
  await engine.run(`INSERT INTO ${to} SELECT * FROM ${from} WHERE reason = 0`)
  await dropStage(engine, from)
}

/** Ranges of positions that one statement may name. */
const rangesAtOnce = 500

/** Removes the rows within `positions`, half-open ranges; gives back how many there were that had not been refused. */
export async function removeRows(engine: Engine, name: string, positions: readonly { from: number; to: number }[]) {
  let removed = 0
  for (let start = 0; start < positions.length; start += rangesAtOnce) {
    const ranges = positions.slice(start, start + rangesAtOnce)
    const within = `(${ranges.map(({ from, to }) => `row_id >= ${from} AND row_id < ${to}`).join(' OR ')})`
    const [found] = await engine.rows<{ n: number }>(`SELECT count() AS n FROM ${name} WHERE reason = 0 AND ${within}`)
    removed += Number(found?.n ?? 0)
    await engine.run(`ALTER TABLE ${name} DELETE WHERE ${within} SETTINGS mutations_sync = 1`)
  }
  return removed
}

/** Counts over the rows that were not refused. */
export async function summarise(engine: Engine, name: string): Promise<StageSummary> {
  const present = columnNames.map(
    (column) => `${column === 'account_id' ? "countIf(account_id != '')" : `count(${column})`} > 0 AS has_${column}`,
  )
  const [found] = await engine.rows<Record<string, unknown>>(
    `SELECT count() AS n, uniqExactIf(account_id, account_id != '') AS accounts,
       toUnixTimestamp64Milli(min(timestamp)) AS first_time, toUnixTimestamp64Milli(max(timestamp)) AS last_time, ${present.join(', ')}
     FROM ${name} WHERE reason = 0`,
  )
  return {
    rows: Number(found?.n ?? 0),
    accounts: Number(found?.accounts ?? 0),
    from: iso(found?.first_time),
    to: iso(found?.last_time),
    columns: columnNames.filter((column) => Boolean(found?.[`has_${column}`])),
  }
}

/**
 * Writes the rows, sorted, as zstd Parquet to `path`. The same rows give the same bytes however they were staged and with any
 * number of threads: row groups have a fixed number of rows, chosen by the rows alone.
 */
export async function exportParquet(engine: Engine, name: string, path: string): Promise<void> {
  const [size] = await engine.rows<{ bytes: number }>(
    `SELECT intDiv(sum(length(prompt) + length(response) + length(system_prompt) + length(extra) + 400), count() + 1) AS bytes
     FROM ${name} WHERE reason = 0`.replaceAll(/length\((\w+)\)/g, "length(ifNull($1, ''))"),
  )
  const group = Math.min(
    65_536,
    Math.max(1_024, 2 ** Math.floor(Math.log2(groupBytes / Math.max(1, size?.bytes ?? 1)))),
  )
  await engine.run(
    `INSERT INTO FUNCTION file({path:String}, 'Parquet') SELECT ${columnNames.join(', ')} FROM ${name} WHERE reason = 0 ORDER BY ${order}
     SETTINGS optimize_read_in_order = 1, read_in_order_two_level_merge_threshold = 10000, max_read_buffer_size = 131072,
       ${parquetSettings(group)}`,
    { path },
  )
}
