/** `npm run bench`: measures what the product promises about speed, memory and detection; prints a table and writes JSON. */

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCases } from './measure/cases'
import { measureComparison } from './measure/comparison'
import { measureDetection } from './measure/detection-curve'
import { measureLogs } from './measure/logs'
import { type Figure, keeps, tableOf, writeReport } from './measure/report'
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
  /** Where generated logs are kept between runs. */
  folder: string
}

const parts: Record<string, (options: BenchOptions) => Promise<Figure[]>> = {
  logs: measureLogs,
  detection: measureDetection,
  comparison: measureComparison,
  cases: () => measureCases(),
  start: () => measureStart(),
}

const usage = `Usage: npm run bench -- [--only ${Object.keys(parts).join('|')}]… [--rows 1000000] [--accounts N] [--seed 1]
       [--difficulty 0.5] [--seeds 3] [--campaigns 1] [--resamplings 100] [--folder DIR] [--json FILE]`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: Object.keys(parts) },
      rows: { type: 'string', default: '1000000' },
      accounts: { type: 'string' },
      seed: { type: 'string', default: '1' },
      difficulty: { type: 'string', default: '0.5' },
      resamplings: { type: 'string', default: '100' },
      seeds: { type: 'string', default: '3' },
      campaigns: { type: 'string', default: '1' },
      folder: { type: 'string', default: join(tmpdir(), 'touchstone-bench') },
      json: { type: 'string', default: 'bench/results/latest.json' },
    },
  })
  const [rows, seed, difficulty] = [values.rows, values.seed, values.difficulty].map(Number) as [number, number, number]
  const options = {
    rows,
    seed,
    difficulty,
    resamplings: Number(values.resamplings),
    seeds: Number(values.seeds),
    campaigns: Number(values.campaigns),
    accounts: Number(values.accounts ?? Math.min(20_000, Math.round(rows / 100))),
    folder: values.folder,
  }
  const figures: Figure[] = []
  for (const name of values.only) {
    const measure = parts[name]
    if (!measure) throw new Error(`The bench has no part "${name}".`)
    process.stderr.write(`Measuring ${name} …\n`)
    figures.push(...(await measure(options)))
  }
  process.stdout.write(`${tableOf(figures)}\n`)
  await writeReport(values.json, figures, options)
  if (figures.some((figure) => keeps(figure) === false)) process.exitCode = 1
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`)
  process.exitCode = 2
}
