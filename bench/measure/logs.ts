/** Measures a log's way in against the bare engine, with its memory, and then the signals over it. */

import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { leastBytesKept } from '@/lib/evidence/read-log'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { writeTimeIndex } from '@/lib/signals/explorer/time-index'
import { type IngestResult, ingestLog } from '@/lib/signals/ingest/ingest-log'
import type { LogOptions } from '../log/plan'
import { benchLog } from './bench-log'
import { convertBare, hashFile } from './engine-baseline'
import { step } from './progress'
import type { Figure } from './report'
import { measureSignals, type SignalSet } from './signals'
import { type Measured, measured, processorRatio } from './timing'

const GiB = 1024 ** 3
/** Beyond ten million rows the log no longer fits into memory, and more is allowed. */
const limitsOf = (rows: number) => (rows > 10_000_000 ? { ingest: 3, memoryGiB: 6 } : { ingest: 2, memoryGiB: 3 })
const decompression = { maxDecompressedBytes: 200 * GiB, maxDecompressionRatio: 200 }

export interface LogBenchOptions extends LogOptions {
  folder: string
  /** Sets of signals, each measured against the same scan. */
  signals: readonly SignalSet[]
  /** Measure every piece of work a single time, for logs that take minutes. */
  once: boolean
  /** Path of a log in place of the one that is generated with these options. */
  log?: string
}

export async function measureLogs({ folder, signals, once, ...options }: LogBenchOptions): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const log = options.log ?? (await benchLog(folder, options))
  const work = await mkdtemp(join(folder, 'work-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  try {
    const { figures, dataset } = await measureIngest({ engine, log, work, rows: options.rows, once })
    const { memoryGiB } = limitsOf(options.rows)
    return [
      ...figures,
      ...(await measureSignals(engine, { log, dataset, sets: signals, once, work, memoryGiB, options })),
    ]
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

interface Bench {
  engine: Engine
  log: string
  work: string
  rows: number
  once: boolean
}

type Ingested = { figures: Figure[]; dataset: IngestResult }

async function measureIngest({ engine, log, work, rows, once }: Bench): Promise<Ingested> {
  const limits = limitsOf(rows)
  const bare = await step('bare conversion', () => measureBare({ log, work, once }))
  const hash = await step('SHA-256', () => measured(() => hashFile(log), { once }))
  const source = { path: log, name: 'log.jsonl' }
  // As it is done: rows of what is so large are kept on the way, see decision 037.
  const keepsRows = (await stat(log)).size >= leastBytesKept
  const ingest = () => ingestLog({ engine, source, outDir: work, limits: decompression, keepsRows })
  const own = await step('ingest', () => measured(() => ingest().finally(() => hashFile(log)), { once }))
  const index = await step('time index', () => measured(() => indexByTime(engine, own.result, work), { once }))
  const seconds = bare.seconds + hash.seconds
  const base = { seconds, cpuSeconds: bare.cpuSeconds + hash.cpuSeconds }
  const figure = (what: string, value: number, rest: Partial<Figure>): Figure => ({
    part: 'logs',
    what,
    value,
    unit: 's',
    ...rest,
  })
  const split = `${bare.seconds.toFixed(2)} s + ${hash.seconds.toFixed(2)} s`
  const figures = [
    figure('bare engine: sorted zstd Parquet, and SHA-256', seconds, { note: split }),
    figure('ingest, and SHA-256 of the original', own.seconds, {
      note: `${rows} rows, ${own.result.rejected} rejected`,
    }),
    figure('ingest to bare engine', own.seconds / seconds, {
      unit: '×',
      limit: limits.ingest,
      note: processorRatio(own, base),
    }),
    figure('time index of the explorer, made when the rows can be read', index.seconds, {}),
    figure('peak memory of both', Math.max(own.peakBytes, index.peakBytes) / GiB, {
      unit: 'GiB',
      limit: limits.memoryGiB,
    }),
  ]
  return { figures, dataset: own.result }
}

const indexByTime = (engine: Engine, { parquetPath }: IngestResult, work: string): Promise<void> =>
  writeTimeIndex(engine, { parquetPath, to: join(work, 'by-time.parquet') })

/** The bare conversion sorts in memory and needs more of it than ours: it gets an engine of its own that has it. */
async function measureBare({ log, work, once }: Pick<Bench, 'log' | 'work' | 'once'>): Promise<Measured<void>> {
  const { engine, stop } = await startEngine({ dataDir: join(work, 'bare'), memoryBytes: 8 * GiB })
  return await measured(() => convertBare(engine, log, join(work, 'bare.parquet')), { once }).finally(stop)
}
