/** Measures what it costs to keep what was finished of a reading and of an analysis, and what going on behind it saves. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { analyseLogs, canonicalAnalysis } from '@/lib/signals/analyse-logs'
import { type IngestResult, ingestLog } from '@/lib/signals/ingest/ingest-log'
import type { LogOptions } from '../log/plan'
import { benchLog } from './bench-log'
import { step } from './progress'
import type { Figure } from './report'
import { type Measured, measured } from './timing'

const limits = { maxDecompressedBytes: 200 * 1024 ** 3, maxDecompressionRatio: 200 }

/** Processors' time of each with nothing kept, with everything kept, and taken up at its last step. */
export async function measureResuming({ folder, ...options }: LogOptions & { folder: string }): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const log = await benchLog(folder, options)
  const work = await mkdtemp(join(folder, 'resuming-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  try {
    const { figures, dataset } = await measureReading(engine, log, work)
    return [...figures, ...(await measureAnalysis(engine, { log, dataset, keptIn: join(work, 'steps') }))]
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

async function measureReading(engine: Engine, log: string, work: string) {
  const outDir = join(work, 'out')
  await mkdir(outDir)
  const read = (keepsRows: boolean, by = engine) =>
    ingestLog({ engine: by, source: { path: log, name: 'log.jsonl' }, outDir, limits, keepsRows })
  // Reads into caches what the first would otherwise pay for all.
  await step('reading, to warm', () => read(false))
  const plain = await step('reading', () => measured(() => read(false), { once: true }))
  const kept = await step('reading, rows kept', () => measured(() => read(true), { once: true }))
  await step('reading, ended before it writes', () =>
    read(true, endingAt(engine, "'Parquet') SELECT")).catch(() => null),
  )
  const taken = await step('reading, taken up', () => measured(() => read(true), { once: true }))
  if (taken.result.sha256 !== plain.result.sha256) throw new Error('The reading that was taken up gave other bytes.')
  return { dataset: taken.result, figures: figuresOf('reading', { plain, kept, taken }) }
}

/** The engine, dead from the first statement on that holds `text`. */
const endingAt = (engine: Engine, text: string): Engine => ({
  ...engine,
  run: (sql, ...rest) => (sql.includes(text) ? Promise.reject(new Error('ended')) : engine.run(sql, ...rest)),
})

type Analysed = { log: string; dataset: IngestResult; keptIn: string }

async function measureAnalysis(engine: Engine, { log, dataset, keptIn }: Analysed): Promise<Figure[]> {
  const { parquetPath: path, sha256, rows, rejected, format } = dataset
  const datasets = [{ path, file: log, format, sha256, rows, rejected }]
  const keeping = { folder: keptIn }
  const analyse = async (kept: boolean) =>
    canonicalAnalysis(await analyseLogs({ engine, datasets, ...(kept && { keeping }) }))
  const plain = await step('signals', () => measured(() => analyse(false), { once: true }))
  const kept = await step('signals, steps kept', () => measured(() => analyse(true), { once: true }))
  const taken = await step('signals, taken up', () => measured(() => analyse(true), { once: true }))
  if (taken.result !== plain.result) throw new Error('The analysis that was taken up gave other bytes.')
  return figuresOf('signals', { plain, kept, taken })
}

type Compared = Record<'plain' | 'kept' | 'taken', Measured<unknown>>

function figuresOf(what: string, { plain, kept, taken }: Compared): Figure[] {
  const seconds = ({ cpuSeconds }: Measured<unknown>) => `${cpuSeconds.toFixed(1)} s of processors`
  const ratio = (name: string, one: Measured<unknown>): Figure => ({
    ...{ part: 'resuming', what: `${what}, ${name}`, value: one.cpuSeconds / plain.cpuSeconds, unit: '×' },
    note: `${seconds(one)}, with nothing kept ${seconds(plain)}`,
  })
  return [ratio('everything kept', kept), ratio('taken up at its end', taken)]
}
