/** Measures the log of its argument and tells each step, and at last the hash of the result, as lines of JSON. */

import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { batchEngine } from '@/lib/platform/engine'
import { type AnalyseLogsInput, analyseLogs, canonicalAnalysis } from '@/lib/signals/analyse-logs'

const { folder, datasets } = JSON.parse(process.argv[2] ?? '{}') as {
  folder: string
  datasets: AnalyseLogsInput['datasets']
}
const tell = (line: object) => void writeSync(1, `${JSON.stringify(line)}\n`)
const engine = batchEngine()
const analysis = await analyseLogs({
  ...{ engine, datasets },
  keeping: { folder, onStep: ({ step, was }) => tell({ step, was }) },
})
tell({ bytes: createHash('sha256').update(canonicalAnalysis(analysis)).digest('hex') })
await engine.close()
