/** `npm run bench`: measures what the product promises about speed, memory and detection; prints a table and writes JSON. */

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCases } from './measure/cases'
import { measureComparison } from './measure/comparison'
import { measureDetection } from './measure/detection-curve'
import { measureExplorer } from './measure/explorer'
import { measureLogs } from './measure/logs'
import { measurePandas } from './measure/pandas'
import { type Figure, keeps, tableOf, writeReport } from './measure/report'
import { measureResuming } from './measure/resuming'
import { measureWindows } from './measure/shifted-windows'
import { type SignalSet, signalSet } from './measure/signals'
import { measureSixteenMillion } from './measure/sixteen-million'
import { measureStart } from './measure/start'

interface BenchOptions {
  rows: number
  accounts: number
  seed: number
  difficulty: number
  /** How often the prompts of a real suite are drawn again. */
  resamplings: number
  /** Seeds of the detection curve, counted from `seed`, and campaigns in one log. */
  seeds: number
  campaigns: number
  /** Sets of signals that are measured, each for itself. */
  signals: SignalSet[]
  /** Measure each piece of work of the logs a single time, for logs of millions of rows. */
  once: boolean
  /** Where generated logs are kept between runs. */
  folder: string
}

const parts: Record<string, (options: BenchOptions) => Promise<Figure[]>> = {
  logs: measureLogs,
  explorer: measureExplorer,
  detection: measureDetection,
  pandas: measurePandas,
  comparison: measureComparison,
  cases: () => measureCases(),
  start: () => measureStart(),
  resuming: measureResuming,
  windows: measureWindows,
  'sixteen-million': measureSixteenMillion,
}

/** Takes an hour and 30 GB of disk: only when it is asked for. */
const apart = 'sixteen-million'

const usage = `Usage: npm run bench -- [--only ${Object.keys(parts).join('|')}]… [--rows 1000000] [--accounts N] [--seed 1]
       [--signals six|all|ID,ID…]… [--once] [--difficulty 0.5] [--seeds 3] [--campaigns 1] [--resamplings 100]
       [--folder DIR] [--json FILE]

Without --signals the six first signals and all of them are measured in one run against the same scan. --once measures each
piece of work a single time. --only sixteen-million does so on 16,000,000 rows of 24,000 accounts, in about an hour on two cores
and with 30 GB of disk; it runs only when it is asked for.`

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: Object.keys(parts).filter((part) => part !== apart) },
      rows: { type: 'string', default: '1000000' },
      accounts: { type: 'string' },
      seed: { type: 'string', default: '1' },
      difficulty: { type: 'string', default: '0.5' },
      resamplings: { type: 'string', default: '100' },
      seeds: { type: 'string', default: '3' },
      campaigns: { type: 'string', default: '1' },
      signals: { type: 'string', multiple: true, default: ['six', 'all'] },
      once: { type: 'boolean', default: false },
      folder: { type: 'string', default: join(tmpdir(), 'touchstone-bench') },
      json: { type: 'string', default: 'bench/results/latest.json' },
    },
  })
  const { only, json, signals, once, folder, accounts, ...numbers } = values
  const [rows, seed, difficulty] = [numbers.rows, numbers.seed, numbers.difficulty].map(Number) as [
    number,
    number,
    number,
  ]
  const options: BenchOptions = {
    ...{ rows, seed, difficulty, once, folder },
    resamplings: Number(numbers.resamplings),
    seeds: Number(numbers.seeds),
    campaigns: Number(numbers.campaigns),
    accounts: Number(accounts ?? Math.min(20_000, Math.round(rows / 100))),
    signals: signals.map(signalSet),
  }
  return { only, json, options }
}

async function main(): Promise<void> {
  const { only, json, options } = readOptions()
  const figures: Figure[] = []
  for (const name of only) {
    const measure = parts[name]
    if (!measure) throw new Error(`The bench has no part "${name}".`)
    process.stderr.write(`Measuring ${name} …\n`)
    figures.push(...(await measure(options)))
  }
  process.stdout.write(`${tableOf(figures)}\n`)
  await writeReport(json, figures, options)
  if (figures.some((figure) => keeps(figure) === false)) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`)
  process.exitCode = 2
}
