import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import { explorerCount, explorerPage } from './explorer'
import { type ExplorerFilter, explorerSorts } from './explorer-filter'
import type { Dataset } from './explorer-keys'
import { writeTimeIndex } from './time-index'

const total = 400
const second = (seconds: number) => new Date(1_760_000_000_000 + seconds * 1000).toISOString()

/** Times in no order, many of them the same; with `gaps` some rows have none. */
const record = (index: number, gaps: boolean) => ({
  timestamp: gaps && index % 7 === 0 ? undefined : second((index * 37) % 90),
  account_id: `acct-${index % 9}`,
  prompt: `prompt ${index}`,
  model: index % 4 ? 'model-a' : 'model-b',
  ip: `203.0.113.${index % 3}`,
  latency_ms: (index * 31) % 100,
  status: index % 50 ? 200 : 429,
})

async function logOf(gaps: boolean): Promise<Dataset> {
  const folder = mkdtempSync(join(tmpdir(), 'time-index-'))
  const path = join(folder, 'log.jsonl')
  writeFileSync(path, Array.from({ length: total }, (_, index) => JSON.stringify(record(index, gaps))).join('\n'))
  const engine = batchEngine()
  const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }
  const { parquetPath } = await ingestLog({ engine, source: { path, name: 'log.jsonl' }, outDir: folder, limits })
  const timeIndexPath = join(folder, 'by-time.parquet')
  await writeTimeIndex(engine, { parquetPath, to: timeIndexPath, rows: 16 })
  return { engine, parquetPath, timeIndexPath, visibleAccounts: ['acct-1'] }
}

const filters: ExplorerFilter[] = [
  {},
  { from: second(20) },
  { to: second(41) },
  { from: second(20), to: second(41) },
  { from: second(41), to: second(20) },
  { from: second(5_000) },
  { from: '2400-01-01', to: '1800-01-01' },
  { model: 'model-b', from: second(3) },
  { status_from: 400 },
  { account_id: 'acct-2', to: second(41) },
  { ip: '203.0.113.1' },
]

const walks = fc.record({
  gaps: fc.boolean(),
  filter: fc.constantFrom(...filters),
  sort: fc.constantFrom(...explorerSorts),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  limit: fc.integer({ min: 20, max: 150 }),
})

describe('a time index', () => {
  const logs: Dataset[] = []
  beforeAll(async () => {
    logs.push(await logOf(false), await logOf(true))
  }, 60_000)

  it('gives the pages and counts that the dataset gives without it, forth and back', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ gaps, filter, limit, ...sort }) => {
        const log = logs[gaps ? 1 : 0] as Dataset
        const both = [log, { ...log, timeIndexPath: null }]
        let [cursor, isBack] = [null as string | null, false]
        for (let pages = 0; pages < 4; pages++) {
          const [own, plain] = await Promise.all(
            both.map((one) => explorerPage({ ...one, filter, sort, cursor, isBack, limit })),
          )
          expect(own).toEqual(plain)
          isBack = pages === 2
          cursor = (isBack ? own?.previousCursor : own?.nextCursor) ?? null
          if (!cursor) break
        }
        const [own, plain] = await Promise.all(both.map((one) => explorerCount({ ...one, filter })))
        expect(own).toBe(plain)
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('is read in its place: a page by time does not need the whole of it', async () => {
    const log = logs[0] as Dataset
    const sqls: Record<string, unknown>[] = []
    const engine: Dataset['engine'] = {
      ...log.engine,
      rows: (sql, params, call) => {
        sqls.push(params ?? {})
        return log.engine.rows(sql, params, call)
      },
    }
    const filter = { from: second(20) }
    await explorerPage({ ...log, engine, filter, sort: { sort: 'time', direction: 'asc' }, limit: 5 })
    const keys = sqls.filter(({ path, limit }) => path === log.timeIndexPath && limit !== undefined)
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatchObject({ span_from: Date.parse(second(20)), span_to: expect.any(Number) })
  })
})
