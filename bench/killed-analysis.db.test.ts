import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { batchEngine, type Engine } from '@/lib/platform/engine'
import { type AnalyseLogsInput, analyseLogs, canonicalAnalysis } from '@/lib/signals/analyse-logs'
import { writeCanonicalLog } from '@/lib/signals/canonical-log'
import type { StepNews } from '@/lib/signals/steps/kept-steps'
import { type Ended, measureApart } from '@/tests/analysis-process'
import { moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import { generateRecords } from './generate-log'

const folder = temporaryFolder('killed-analysis')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type News = Pick<StepNews, 'step' | 'was'>

let datasets: AnalyseLogsInput['datasets']
let undisturbed: string

const digest = (analysis: Awaited<ReturnType<typeof analyseLogs>>) =>
  createHash('sha256').update(canonicalAnalysis(analysis)).digest('hex')

beforeAll(async () => {
  const options = { rows: 3000, accounts: 60, seed: 4, difficulty: 0.2, start: '2026-03-02T00:00:00Z' }
  const rows = [...generateRecords(options)].map(({ record }, row_id) => ({
    ...record,
    row_id,
    timestamp: moment(Date.parse(record.timestamp)),
    account_created_at: moment(Date.parse(record.account_created_at)),
  }))
  const path = join(folder, 'log.parquet')
  await writeCanonicalLog(batchEngine(), path, rows)
  datasets = [{ path, file: 'log.jsonl', format: 'canonical', sha256: '00', rows: rows.length, rejected: 0 }]
  const analysis = await analyseLogs({ engine: batchEngine(), datasets })
  expect(analysis.clusters.length).toBeGreaterThan(0)
  undisturbed = digest(analysis)
}, 120_000)

/** The engine, dead from its statement number `most` on, as seen by an analysis; what it holds is then as lost as with a real one. */
function dyingAfter(most: number): Engine {
  const engine = batchEngine()
  let left = most
  const alive = (sql: string) => {
    if (sql.startsWith('DROP')) return
    left -= 1
    if (left < 0) throw new Error('the engine is gone')
  }
  return {
    ...engine,
    rows: async (sql, ...rest) => {
      alive(sql)
      return await engine.rows(sql, ...rest)
    },
    run: async (sql, ...rest) => {
      alive(sql)
      await engine.run(sql, ...rest)
    },
  }
}

/** Steps that were computed although a run before had kept them. */
function doneTwice(runs: readonly News[][]): string[] {
  const kept = new Set<string>()
  return runs.flatMap((news) => {
    const again = news.filter(({ step, was }) => was === 'computed' && kept.has(step))
    for (const { step, was } of news) if (was === 'kept') kept.add(step)
    return again.map(({ step }) => step)
  })
}

test('ended at any statement, again and again, it goes on behind what was finished and ends with the same bytes', async () => {
  let run = 0
  const property = async (gaps: number[]) => {
    const runs: News[][] = []
    const keptIn = join(folder, `run-${run++}`)
    for (const most of [...gaps, Number.POSITIVE_INFINITY]) {
      const news: News[] = []
      runs.push(news)
      const keeping = { folder: keptIn, onStep: (one: StepNews) => void news.push(one) }
      const ended = await analyseLogs({ engine: dyingAfter(most), datasets, keeping }).catch((error: Error) => error)
      if (ended instanceof Error) expect(ended.message).toBe('the engine is gone')
      else expect(digest(ended)).toBe(undisturbed)
    }
    expect(doneTwice(runs)).toEqual([])
    const last = runs.at(-1) ?? []
    expect(last.length).toBeGreaterThan(25)
    expect(last.filter(({ was }) => was === 'not kept')).toEqual([])
  }
  const gaps = fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 4 })
  await fc.assert(fc.asyncProperty(gaps, property), { numRuns: 5 })
}, 300_000)

test('killed as a process at any step, it goes on behind what was finished and ends with the same bytes', async () => {
  const input = { folder: join(folder, 'apart'), datasets }
  const runs: Ended[] = []
  for (const many of [1, 6, 14, 22, 28]) runs.push(await measureApart(input, (news) => news.length >= many))
  runs.push(await measureApart(input, () => false))
  const ends = runs.map(({ bytes }) => bytes)
  expect(ends[0]).toBeNull()
  expect(ends.at(-1)).toBe(undisturbed)
  expect(ends.filter((bytes) => bytes !== null && bytes !== undisturbed)).toEqual([])
  expect(doneTwice(runs.map(({ news }) => news))).toEqual([])
  expect(runs.at(-1)?.news.filter(({ was }) => was === 'taken over').length).toBeGreaterThan(5)
}, 300_000)
