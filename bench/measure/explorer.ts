/** Measures a page of the explorer against a primary-key look-up of as many rows in the same engine. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { canonicalColumns, sortKey } from '@/lib/signals/canonical-row'
import { explorerPage } from '@/lib/signals/explorer/explorer'
import type { ExplorerFilter } from '@/lib/signals/explorer/explorer-filter'
import type { Dataset } from '@/lib/signals/explorer/explorer-keys'
import { writeTimeIndex } from '@/lib/signals/explorer/time-index'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import type { LogOptions } from '../log/plan'
import { benchLog } from './bench-log'
import type { Figure } from './report'
import { measured, processorRatio } from './timing'

const limit = 100
const mostTimes = 20
const decompression = { maxDecompressedBytes: 200 * 1024 ** 3, maxDecompressionRatio: 200 }
const sort = { sort: 'time', direction: 'asc' } as const
const hour = 3_600_000
const iso = (time: number) => new Date(time).toISOString()

/** Ratios of pages of 100 rows: of one account, of an hour, of the whole log, and of the first text that is found. */
export async function measureExplorer({ folder, ...options }: LogOptions & { folder: string }): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const path = await benchLog(folder, options)
  const work = await mkdtemp(join(folder, 'work-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  try {
    const source = { path, name: 'log.jsonl' }
    const { parquetPath } = await ingestLog({ engine, source, outDir: work, limits: decompression })
    const timeIndexPath = join(work, 'by-time.parquet')
    await writeTimeIndex(engine, { parquetPath, to: timeIndexPath })
    return await measurePages({ engine, parquetPath, timeIndexPath })
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

type Log = Pick<Dataset, 'engine' | 'parquetPath' | 'timeIndexPath'>

async function measurePages({ engine, parquetPath, timeIndexPath }: Log): Promise<Figure[]> {
  const { account, middle } = await drawn({ engine, parquetPath })
  const base = await measured(await keyLookup({ engine, parquetPath }, account))
  const until = (span: number) => ({ from: iso(middle), to: iso(middle + span) })
  const asked: [what: string, filter: ExplorerFilter][] = [
    ['one account', { account_id: account }],
    ['one hour', until(hour)],
    ['one day', until(24 * hour)],
    ['one account of a day', { account_id: account, ...until(24 * hour) }],
    ['no filter', {}],
    ['first hit of a text', { prompt: 'the' }],
  ]
  const figures: Figure[] = []
  for (const [what, filter] of asked) {
    const page = { engine, parquetPath, timeIndexPath, visibleAccounts: [account], filter, sort, limit }
    const own = await measured(() => explorerPage(page))
    const note = `${Math.round(own.seconds * 1000)} ms, ${processorRatio(own, base)}`
    const value = own.seconds / base.seconds
    figures.push({
      part: 'explorer',
      what: `${what}, to a primary-key look-up`,
      value,
      unit: '×',
      limit: mostTimes,
      note,
    })
  }
  return figures
}

/** One account, drawn by its hash, and the middle of the log's time in milliseconds since 1970. */
async function drawn({ engine, parquetPath: path }: Log): Promise<{ account: string; middle: number }> {
  const sql = `SELECT argMin(account_id, cityHash64(account_id)) AS account,
      toUInt64(quantileExact(toUnixTimestamp64Milli(assumeNotNull(timestamp)))) AS middle
    FROM file({path:String}, 'Parquet') WHERE account_id != '' AND isNotNull(timestamp)`
  const [found] = await engine.rows<{ account: string; middle: number }>(sql, { path })
  if (!found) throw new Error('The log of the bench has no rows.')
  return found
}

/** Copies the log into a table of the engine's own with our order as its primary key, and gives the look-up of an account in it. */
async function keyLookup({ engine, parquetPath: path }: Log, account: string): Promise<() => Promise<unknown>> {
  await fillTable(engine, path)
  const names = Object.keys(canonicalColumns).join(', ')
  const sql = `SELECT ${names} FROM by_key WHERE account_id = {account:String} ORDER BY timestamp, row_id LIMIT ${limit}`
  return () => engine.rows(sql, { account })
}

async function fillTable(engine: Engine, path: string): Promise<void> {
  const columns = Object.entries(canonicalColumns).map(([name, type]) => `${name} ${type}`)
  await engine.run(`CREATE TABLE by_key (${columns.join(', ')}) ENGINE = MergeTree
    ORDER BY (${sortKey.join(', ')}) SETTINGS allow_nullable_key = 1`)
  await engine.run(
    `INSERT INTO by_key SELECT ${Object.keys(canonicalColumns).join(', ')} FROM file({path:String}, 'Parquet')`,
    { path },
  )
  await engine.run('OPTIMIZE TABLE by_key FINAL')
}
