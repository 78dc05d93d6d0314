/** Reads a Parquet file with the engine's own reader: each row as one record, through the same format as any other log. */

import type { Engine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import type { LogFormat, SourceRecord } from '@/lib/signals/formats/log-format'
import { keptCharacters, type RejectionCode } from './rejection'
import { parquetRecords, parquetRowsSql } from './row-sql'
import { removeRows } from './stage'

export type ParquetFile = { path: string; first: number }
export type RefusedRow = { position: number; code: RejectionCode; text: string }

const sampleRows = 100
/** How slowly an honest file may be read before it counts as one that grows beyond all measure. */
const bytesPerSecond = 20 * 1024 ** 2
const leastSeconds = 60

/** What the engine says when the fault is not the file's. */
const notTheFile = new Set(['243', '394', '241', '202'])

/** Runs `work`; when the engine cannot read the file, throws what `damage` makes of that. */
export async function blamingFile<T>(work: Promise<T>, damage: (cause: unknown) => Error): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const code = (cause as { code?: unknown } | null)?.code
    const isOfEngine = typeof code === 'string' && /^\d+$/.test(code) && !notTheFile.has(code)
    throw isOfEngine && !(cause instanceof AppError) ? damage(cause) : cause
  }
}

/** The first rows as records. */
export async function parquetSample(engine: Engine, path: string): Promise<SourceRecord[]> {
  const sql = `${parquetRecords} LIMIT ${sampleRows}`
  const rows = await engine.rows<{ line: string }>(sql, { path, first: 0 })
  return rows.map(({ line }) => JSON.parse(line) as SourceRecord)
}

/** What the rows take in memory, in bytes, whatever the file says of it; null when that is more than can be told in the time for `most`. */
export async function parquetBytes(engine: Engine, path: string, most: number): Promise<number | null> {
  const seconds = leastSeconds + Math.ceil(most / bytesPerSecond)
  const sql = `SELECT sum(byteSize(*)) AS bytes FROM file({path:String}, 'Parquet')
    SETTINGS max_execution_time = ${seconds}, timeout_before_checking_execution_speed = 0`
  try {
    const [found] = await engine.rows<{ bytes: number }>(sql, { path })
    return Number(found?.bytes ?? 0)
  } catch (error) {
    if (error instanceof AppError && error.code === 'limit-exceeded') return null
    throw error
  }
}

/**
 * Reads all rows into the table `name`, the first at position `first`, and gives back how many there are. When that fails, no
 * row of the file stays in the table.
 */
export async function stageParquet(
  engine: Engine,
  name: string,
  format: LogFormat,
  file: ParquetFile,
): Promise<number> {
  const from = file.first
  try {
    await engine.run(`INSERT INTO ${name} ${parquetRowsSql(format)}`, { ...format.params, ...file })
  } catch (error) {
    await removeRows(engine, name, [{ from, to: Number.MAX_SAFE_INTEGER }])
    throw error
  }
  const [found] = await engine.rows<{ n: number }>(`SELECT count() AS n FROM ${name} WHERE row_id >= {from:UInt64}`, {
    from,
  })
  return Number(found?.n ?? 0)
}

/** The rows of the file that were refused, in order. */
export async function* refusedRows(engine: Engine, name: string, file: ParquetFile): AsyncIterable<RefusedRow[]> {
  const refused = `SELECT row_id, reason FROM ${name} WHERE reason > 0 AND row_id >= {first:UInt64}`
  const [found] = await engine.rows<{ n: number }>(`SELECT count() AS n FROM (${refused})`, { first: file.first })
  if (Number(found?.n ?? 0) === 0) return
  yield* engine.stream<RefusedRow>(
    `SELECT position, reason AS code, leftUTF8(line, ${keptCharacters}) AS text
     FROM (${parquetRecords}) AS records INNER JOIN (${refused}) AS refused ON records.position = refused.row_id
     ORDER BY position SETTINGS max_bytes_before_external_sort = ${512 * 1024 ** 2}`,
    file,
  )
}
