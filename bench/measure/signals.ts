/** Measures sets of signals over one dataset, each against the same scan of its texts, with memory and what the ranking finds. */

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { leastRowsKept } from '@/lib/analysis/runs/analysis-steps'
import type { Engine } from '@/lib/platform/engine'
import { type AnalysisProgress, analyseLogs } from '@/lib/signals/analyse-logs'
import type { IngestResult } from '@/lib/signals/ingest/ingest-log'
import { type SignalId, signalIds } from '@/lib/signals/signal-definition'
import { labelsOf } from '../generate-log'
import type { LogOptions } from '../log/plan'
import { qualityFigures } from './detection'
import { scanTexts } from './engine-baseline'
import { step } from './progress'
import type { Figure } from './report'
import { measured, processorRatio } from './timing'

/** A name, and the signals that are computed; null for all, and clusters as one. */
export interface SignalSet {
  name: string
  only: readonly SignalId[] | null
}

const limitRatio = 10
const GiB = 1024 ** 3

/** Those of the first version, which have a limit of their own. */
const six = [
  'volume',
  'rhythm',
  'templates',
  'reasoning-elicitation',
  'response-chaining',
  'linked-accounts',
] as const satisfies readonly SignalId[]

/** Reads `six`, `all`, or ids with commas between them. Throws on a name that no signal has. */
export function signalSet(name: string): SignalSet {
  if (name === 'all') return { name: 'all signals', only: null }
  if (name === 'six') return { name: 'the six first signals', only: six }
  const only = name.split(',').map((id) => {
    const known = signalIds.find((one) => one === id)
    if (!known) throw new Error(`No signal is called "${id}": give six, all, or ids with commas between them.`)
    return known
  })
  return { name, only }
}

export interface SignalBench {
  log: string
  dataset: IngestResult
  sets: readonly SignalSet[]
  once: boolean
  /** Where finished steps are kept, as they are of a log of this size; see decision 037. */
  work: string
  /** Limit of memory. */
  memoryGiB: number
  options: LogOptions
}

/** Time, ratio to the scan and peak memory of each set; detection as the largest of them sees it. */
export async function measureSignals(engine: Engine, bench: SignalBench): Promise<Figure[]> {
  const { log, dataset, sets, once, work, options } = bench
  const { parquetPath: path, sha256, rows, rejected, format } = dataset
  // A scan is short: it is always measured as often as can be told apart from chance.
  const scan = await step('scan of the texts', () => measured(() => scanTexts(engine, path)))
  const figures: Figure[] = [{ part: 'signals', what: 'scan of the texts', value: scan.seconds, unit: 's' }]
  const datasets = [{ path, file: log, format, sha256, rows, rejected }]
  let quality: Figure[] = []
  for (const { name, only } of sets) {
    const analyse = () => {
      const keeping = rows >= leastRowsKept ? { folder: join(work, `steps-${randomUUID()}`) } : undefined
      return analyseLogs({ engine, datasets, only: only ?? undefined, keeping, onProgress: follow(name) })
    }
    const own = await step(name, () => measured(analyse, { once }))
    const computed = own.result.signals.filter(({ computable }) => computable)
    const ratio = own.seconds / scan.seconds
    figures.push(
      { part: 'signals', what: name, value: own.seconds, unit: 's', note: computed.map(({ id }) => id).join(', ') },
      {
        part: 'signals',
        what: `${name} to scan`,
        value: ratio,
        unit: '×',
        limit: limitRatio,
        note: processorRatio(own, scan),
      },
      {
        part: 'signals',
        what: `peak memory of ${name}`,
        value: own.peakBytes / GiB,
        unit: 'GiB',
        limit: bench.memoryGiB,
      },
    )
    if (only === null || sets.length === 1) quality = qualityFigures(own.result, labelsOf(options))
  }
  return [...figures, ...quality]
}

/** A line for each step of an analysis, so that one sees which it is at. */
function follow(name: string) {
  return ({ step, done, total }: AnalysisProgress) =>
    process.stderr.write(`    ${name}: ${step} (${done} of ${total}), ${Math.round(process.uptime())} s\n`)
}
