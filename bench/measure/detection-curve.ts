/** Detection over difficulty: ranking, clusters and false alarms on labelled logs from careless to perfectly hidden campaigns. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import { startEngine } from '@/lib/platform/engine-process'
import { analyseLogs } from '@/lib/signals/analyse-logs'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import { labelsOf } from '../generate-log'
import { releaseOf } from '../log/arrivals'
import { type InnocentRole, type LogOptions, planOf } from '../log/plan'
import { benchLog } from './bench-log'
import { type Detection, detectionOf } from './detection'
import type { Figure } from './report'

const difficulties = [0, 0.25, 0.5, 0.75, 1]
const largest = 200_000
const lookAlikes: InnocentRole[] = ['reseller', 'gateway', 'evaluation', 'labeller', 'university']
const limits = { auc: 0.99, precision: 0.9, rand: 0.9, falseAlarms: 0.001 }

export interface CurveOptions extends LogOptions {
  folder: string
  /** How many seeds, counted from `seed`. */
  seeds: number
}

/** Figures for each difficulty, means over the seeds; the limits hold at the hardest setting and on ordinary traffic. */
export async function measureDetection({ folder, seeds, ...options }: CurveOptions): Promise<Figure[]> {
  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(join(folder, 'work-'))
  const { engine, stop } = await startEngine({ dataDir: join(work, 'engine') })
  const rows = Math.min(options.rows, largest)
  const size = { ...options, rows, accounts: Math.min(options.accounts, rows / 100) }
  const over = async (log: Partial<LogOptions>) => {
    const found: Detection[] = []
    for (let seed = options.seed; seed < options.seed + seeds; seed++) {
      found.push(await detect(engine, { folder, work }, { ...size, ...log, seed }))
      process.stderr.write(`  ${JSON.stringify({ ...log, seed, ...found.at(-1) })}\n`)
    }
    return found
  }
  try {
    const figures: Figure[] = []
    for (const difficulty of difficulties) figures.push(...curveFigures(difficulty, await over({ difficulty })))
    return [...figures, ...ordinaryFigures(await over({ campaign: 0 }))]
  } finally {
    await stop()
    await rm(work, { recursive: true, force: true })
  }
}

async function detect(
  engine: Engine,
  { folder, work }: { folder: string; work: string },
  options: LogOptions,
): Promise<Detection> {
  const path = await benchLog(folder, options)
  const limits = { maxDecompressedBytes: 2 ** 38, maxDecompressionRatio: 200 }
  const dataset = await ingestLog({ engine, source: { path, name: 'log.jsonl' }, outDir: work, limits })
  const { parquetPath, sha256, rows, rejected, format } = dataset
  const known = { path: parquetPath, file: path, format, sha256, rows, rejected }
  const releases = [{ model: 'orion-3', releasedAt: releaseOf(planOf(options)) }]
  try {
    return detectionOf(await analyseLogs({ engine, datasets: [known], releases }), labelsOf(options))
  } finally {
    await rm(parquetPath, { force: true })
  }
}

function curveFigures(difficulty: number, found: Detection[]): Figure[] {
  const hardest = difficulty === Math.max(...difficulties)
  const figure = (what: string, values: number[], limit?: number): Figure => ({
    part: 'detection',
    what: `difficulty ${difficulty}: ${what}`,
    value: mean(values),
    unit: '',
    ...(hardest && limit !== undefined ? { limit, atLeast: true } : {}),
    note: values.map((value) => value.toFixed(3)).join(', '),
  })
  const of = (field: 'auc' | 'precision' | 'rand' | 'flagged') => found.map((one) => one[field] ?? 0)
  const ranks: Figure = {
    part: 'detection',
    what: `difficulty ${difficulty}: lowest campaign account; best of each innocent kind`,
    value: found.map(({ lowest }) => lowest).join(', '),
    unit: '',
    note: Object.entries(bestOf(found))
      .map(([role, rank]) => `${role} ${rank}`)
      .join(', '),
  }
  return [
    figure('ROC AUC of accounts', of('auc'), limits.auc),
    figure('precision at the true number', of('precision'), limits.precision),
    figure('adjusted Rand of clusters', of('rand'), limits.rand),
    figure('campaign accounts at the default threshold', of('flagged')),
    ranks,
    {
      ...{
        part: 'detection',
        what: `difficulty ${difficulty}: innocent look-alikes above a campaign account`,
        unit: '',
      },
      ...{ value: found.reduce((sum, one) => sum + aboveOf(one).length, 0), limit: 0 },
      note: found.map((one) => aboveOf(one).join(', ') || 'none').join('; '),
    },
  ]
}

/** Of the kinds that resemble a campaign most, those with an account before the last one of the campaign. */
const aboveOf = ({ ranks, lowest }: Detection) => lookAlikes.filter((role) => (ranks[role] ?? lowest) < lowest)

/** Best rank of each innocent kind over the seeds, best first. */
function bestOf(found: Detection[]): Record<string, number> {
  const best = new Map<string, number>()
  for (const { ranks } of found)
    for (const [role, rank] of Object.entries(ranks)) best.set(role, Math.min(rank, best.get(role) ?? rank))
  return Object.fromEntries([...best].sort(([, a], [, b]) => a - b))
}

function ordinaryFigures(found: Detection[]): Figure[] {
  const rates = found.map(({ falseAlarms }) => falseAlarms)
  const note = found.map(({ falseAlarms, alarmed }) => `${(100 * falseAlarms).toFixed(2)} % (${alarmed})`).join(', ')
  const what = 'no campaign: accounts at the default threshold'
  return [{ part: 'detection', what, value: mean(rates), unit: '', limit: limits.falseAlarms, note }]
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
