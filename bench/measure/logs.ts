/** Measures a log's way in and the signals over it against the bare engine, their memory, and what the ranking finds. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { analyseLogs } from '@/lib/signals/analyse-logs'
import { type IngestResult, ingestLog } from '@/lib/signals/ingest/ingest-log'
import { labelsOf } from '../generate-log'
import type { LogOptions } from '../log/plan'
import { benchLog } from './bench-log'
import { qualityFigures } from './detection'
import { convertBare, hashFile, scanTexts } from './engine-baseline'
import type { Figure } from './report'
import { type Measured, measured } from './timing'

const limits = { ingest: 2, signals: 10, memoryGiB: 3 }
const GiB = 1024 ** 3
const decompression = { maxDecompressedBytes: 200 * GiB, maxDecompressionRatio: 200 }

export async function measureLogs({ folder, ...options }: LogOptions & { folder: string }): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const log = await benchLog(folder, options)
  const work = await mkdtemp(join(folder, 'work-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  try {
    const bench = { engine, log, work, rows: options.rows }
    const { figures, dataset } = await measureIngest(bench)
    return [...figures, ...(await measureSignals(bench, dataset, options))]
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
}

async function measureIngest({
  engine,
  log,
  work,
  rows,
}: Bench): Promise<{ figures: Figure[]; dataset: IngestResult }> {
  const bare = await measureBare(log, work)
  const hash = await measured(() => hashFile(log))
  const source = { path: log, name: 'log.jsonl' }
  const own = await measured(async () => {
    const dataset = await ingestLog({ engine, source, outDir: work, limits: decompression })
    await hashFile(log)
    return dataset
  })
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
    figure('peak memory of ingest', own.peakBytes / GiB, { unit: 'GiB', limit: limits.memoryGiB }),
  ]
  return { figures, dataset: own.result }
}

/** The bare conversion sorts in memory and needs more of it than ours: it gets an engine of its own that has it. */
async function measureBare(log: string, work: string): Promise<Measured<void>> {
  const { engine, stop } = await startEngine({ dataDir: join(work, 'bare'), memoryBytes: 8 * GiB })
  return await measured(() => convertBare(engine, log, join(work, 'bare.parquet'))).finally(stop)
}

async function measureSignals({ engine, log }: Bench, dataset: IngestResult, options: LogOptions): Promise<Figure[]> {
  const { parquetPath: path, sha256, rows, rejected, format } = dataset
  const scan = await measured(() => scanTexts(engine, path))
  const datasets = [{ path, file: log, format, sha256, rows, rejected }]
  const own = await measured(() => analyseLogs({ engine, datasets }))
  const computed = own.result.signals.filter(({ computable }) => computable)
  const figure = (what: string, value: number, rest: Partial<Figure>): Figure => ({
    part: 'signals',
    what,
    value,
    unit: 's',
    ...rest,
  })
  return [
    figure('scan of the texts', scan.seconds, {}),
    figure('signals', own.seconds, { note: computed.map(({ id }) => id).join(', ') }),
    figure('signals to scan', own.seconds / scan.seconds, {
      unit: '×',
      limit: limits.signals,
      note: processorRatio(own, scan),
    }),
    figure('peak memory of signals', own.peakBytes / GiB, { unit: 'GiB', limit: limits.memoryGiB }),
    ...qualityFigures(own.result, labelsOf(options)),
  ]
}

const processorRatio = (own: { cpuSeconds: number }, base: { cpuSeconds: number }) =>
  `${own.cpuSeconds.toFixed(1)} s of processors, ${(own.cpuSeconds / base.cpuSeconds).toFixed(1)} × as much`
