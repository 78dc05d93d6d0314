/** Measures the same per-account aggregates and template groups beside pandas, on the same file in one run. */

import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startEngine } from '@/lib/platform/engine-process'
import { analyseLogs } from '@/lib/signals/analyse-logs'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import type { LogAnalysis } from '@/lib/signals/log-analysis'
import type { SignalId } from '@/lib/signals/signal-definition'
import type { LogOptions } from '../log/plan'
import { benchLog } from './bench-log'
import { observed } from './memory'
import { step } from './progress'
import type { Figure } from './report'
import { type StraightRow, straightAggregates } from './straight-aggregates'
import { measured } from './timing'

const run = promisify(execFile)
const script = fileURLToPath(new URL('pandas_aggregates.py', import.meta.url))
/** Debian's own comes second: another Python often stands before it and has no pandas. */
const interpreters = ['python3', '/usr/bin/python3']
const limits = { faster: 10, memoryShare: 0.1 }
const GiB = 1024 ** 3
/** What both compute. */
const only: SignalId[] = ['volume', 'rhythm', 'templates']

interface PandasRun {
  readSeconds: number
  aggregateSeconds: number
  cpuSeconds: number
  peakBytes: number
  version: string
  /** By account: requests per active day, share of the hours of the week, share of its most used masked prompt. */
  volume: Record<string, number>
  hours: Record<string, number>
  top: Record<string, number>
}

interface StraightRun {
  seconds: number
  cpuSeconds: number
  peakBytes: number
  rows: StraightRow[]
}

interface OwnRun {
  seconds: number
  ingestSeconds: number
  cpuSeconds: number
  peakBytes: number
  analysis: LogAnalysis
}

/** Figures of both and their ratios; says so when pandas is not installed. */
export async function measurePandas({ folder, ...options }: LogOptions & { folder: string }): Promise<Figure[]> {
  const python = await pythonWithPandas()
  if (!python) {
    const note = 'not measured: pandas is not installed (python3-pandas in Debian)'
    return [{ part: 'pandas', what: 'times as fast as pandas', value: null, unit: '×', note }]
  }
  await mkdir(folder, { recursive: true })
  const log = await benchLog(folder, options)
  const { stdout } = await step('pandas', () => run(python, [script, log], { maxBuffer: 256 * 1024 ** 2 }))
  const straight = await step('the same in the engine', () => runStraight(log, folder))
  const own = await step('as a dataset, with three signals', () => runOwn(log, folder))
  return figuresOf(JSON.parse(stdout) as PandasRun, straight, own)
}

async function pythonWithPandas(): Promise<string | null> {
  for (const python of interpreters) {
    const found = await run(python, ['-c', 'import pandas']).catch(() => null)
    if (found) return python
  }
  return null
}

/** The same aggregates and groups from the file to the answer, with all our processes in view. */
async function runStraight(log: string, folder: string): Promise<StraightRun> {
  const work = await mkdtemp(join(folder, 'work-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine'), memoryBytes: GiB })
  try {
    const { result, ...taken } = await measured(() => straightAggregates(engine, log), { once: true })
    return { ...taken, rows: result }
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

/** From the file to the signals, once and with nothing warmed, as pandas does it. */
async function runOwn(log: string, folder: string): Promise<OwnRun> {
  const work = await mkdtemp(join(folder, 'work-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  try {
    const began = performance.now()
    let ingested = began
    const { result, peakBytes, cpuSeconds } = await observed(async () => {
      const limits = { maxDecompressedBytes: 2 ** 40, maxDecompressionRatio: 200 }
      const source = { path: log, name: 'log.jsonl' }
      const { parquetPath, ...known } = await ingestLog({ engine, source, outDir: work, limits })
      ingested = performance.now()
      return analyseLogs({ engine, datasets: [{ ...known, path: parquetPath, file: log }], only })
    })
    const seconds = (performance.now() - began) / 1000
    return { seconds, ingestSeconds: (ingested - began) / 1000, cpuSeconds, peakBytes, analysis: result }
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

const figure = (what: string, value: number, rest: Partial<Figure> = {}): Figure => ({
  ...{ part: 'pandas', what, value, unit: 's' },
  ...rest,
})

const processors = (one: { cpuSeconds: number }) => `${one.cpuSeconds.toFixed(1)} s of processors`

function figuresOf(pandas: PandasRun, straight: StraightRun, own: OwnRun): Figure[] {
  const seconds = pandas.readSeconds + pandas.aggregateSeconds
  const times = (one: { cpuSeconds: number }) => `${(pandas.cpuSeconds / one.cpuSeconds).toFixed(1)} × by processors`
  return [
    figure(`pandas ${pandas.version}: read the file`, pandas.readSeconds),
    figure('pandas: aggregates and groups of masked prompts', pandas.aggregateSeconds, { note: processors(pandas) }),
    figure('the same in the engine, straight from the file', straight.seconds, { note: processors(straight) }),
    figure('times as fast as pandas, the same answers from the same file', seconds / straight.seconds, {
      ...{ unit: '×', limit: limits.faster, atLeast: true, note: times(straight) },
    }),
    figure('peak memory of pandas', pandas.peakBytes / GiB, { unit: 'GiB' }),
    figure('peak memory of all our processes', straight.peakBytes / GiB, { unit: 'GiB' }),
    figure('our peak memory to that of pandas', straight.peakBytes / pandas.peakBytes, {
      ...{ unit: '×', limit: limits.memoryShare },
    }),
    figure('accounts of which both say the same', alike(pandas, straight.rows), {
      ...{ unit: '', note: `of ${straight.rows.length}: volume, hours of the week, share of the top masked prompt` },
    }),
    ...datasetFigures(pandas, own),
  ]
}

/** What the product does with a log besides: every row sealed, checked and sorted, and signals that compare by similarity. */
function datasetFigures(pandas: PandasRun, own: OwnRun): Figure[] {
  const seconds = pandas.readSeconds + pandas.aggregateSeconds
  return [
    figure('as a dataset: ingest', own.ingestSeconds),
    figure('as a dataset: volume, rhythm, templates', own.seconds - own.ingestSeconds, { note: processors(own) }),
    figure('as a dataset: times as fast as pandas', seconds / own.seconds, {
      ...{ unit: '×', note: `${(pandas.cpuSeconds / own.cpuSeconds).toFixed(1)} × by processors` },
    }),
    figure('as a dataset: peak memory to that of pandas', own.peakBytes / pandas.peakBytes, { unit: '×' }),
    figure('accounts of which both say the same volume', agreeing(pandas, own.analysis), {
      ...{ unit: '', note: `of ${own.analysis.accounts}` },
    }),
  ]
}

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))

function alike({ volume, hours, top }: PandasRun, rows: readonly StraightRow[]): number {
  const both = (own: number | null, other?: number) => isSame(own ?? -1, other ?? -1)
  return rows.filter(
    (row) =>
      both(row.value, volume[row.account]) && both(row.hours, hours[row.account]) && both(row.top, top[row.account]),
  ).length
}

function agreeing({ volume }: PandasRun, { ranked }: LogAnalysis): number {
  return ranked.filter(({ account, signals }) => isSame(signals.volume.value ?? -1, volume[account] ?? -2)).length
}
