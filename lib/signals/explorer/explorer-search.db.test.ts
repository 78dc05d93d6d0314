import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import { explorerCount, explorerPage } from './explorer'
import { explorerSorts } from './explorer-filter'
import type { Dataset } from './explorer-keys'
import { explorerSearch, type SearchState } from './explorer-search'

let dataset: Dataset
const readable = 180

/** Three of five accounts may be read, every seventh row has no time, every second prompt asks for a harbour. */
const record = (index: number) => ({
  timestamp: index % 7 === 0 ? undefined : 1_760_000_000 + (index % 50),
  account_id: `acct-${index % 5}`,
  prompt: index % 2 === 0 ? `Which HARBOUR is number ${index}?` : `Which bridge is number ${index}?`,
  output_tokens: index % 10,
  status: index % 4 ? 200 : 429,
})

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-search-test-'))
  const path = join(folder, 'log.jsonl')
  writeFileSync(path, Array.from({ length: 300 }, (_, index) => JSON.stringify(record(index))).join('\n'))
  const engine = batchEngine()
  const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }
  const { parquetPath } = await ingestLog({ engine, source: { path, name: 'log.jsonl' }, outDir: folder, limits })
  dataset = { engine, parquetPath, visibleAccounts: ['acct-1', 'acct-2', 'acct-4'] }
})

/** So small that an account is cut by time, and so large that several accounts are one part. */
const sizes = fc.record({ first: fc.integer({ min: 4, max: 90 }), largest: fc.integer({ min: 20, max: 200 }) })
const time = { sort: 'time', direction: 'asc' } as const

async function statesOf(search: Parameters<typeof explorerSearch>[0]): Promise<SearchState[]> {
  const states: SearchState[] = []
  for await (const state of explorerSearch(search)) states.push(state)
  return states
}

describe('a search for a text', () => {
  const searches = fc.record({
    sort: fc.record({ sort: fc.constantFrom(...explorerSorts), direction: fc.constantFrom('asc' as const, 'desc') }),
    filter: fc.constantFrom({ prompt: 'harbour' }, { prompt: 'NUMBER 1', status_from: 300 }, { prompt: 'volcano' }),
    limit: fc.integer({ min: 5, max: 60 }),
    sizes,
  })

  it('ends with the pages of the explorer, forth and back, whatever its parts are', async () => {
    await fc.assert(
      fc.asyncProperty(searches, async ({ sizes, ...asked }) => {
        const count = await explorerCount({ ...dataset, filter: asked.filter })
        let place: { cursor: string | null; isBack: boolean } | null = { cursor: null, isBack: false }
        for (let turn = 0; place !== null && turn < 4; turn++) {
          const page = await explorerPage({ ...dataset, ...asked, ...place })
          const last: SearchState | undefined = (await statesOf({ ...dataset, ...asked, ...place, sizes })).at(-1)
          expect(last).toEqual({ page, found: count, searched: last?.of, of: last?.of, isDone: true })
          const cursor: string | null = turn < 2 ? page.nextCursor : page.previousCursor
          place = cursor === null ? null : { cursor, isBack: turn >= 2 }
        }
      }),
      { numRuns: 4 },
    )
  }, 120_000)

  it('shows on the way what it has found so far, in order, and how far it is', async () => {
    const filter = { prompt: 'harbour' }
    const states = await statesOf({ ...dataset, filter, sort: time, limit: 20, sizes: { first: 10, largest: 40 } })
    expect(states.length).toBeGreaterThan(4)
    expect(states[0]).toMatchObject({ searched: 0, of: readable, isDone: false, page: { rows: [] } })
    const early = states.find(({ page, isDone }) => !isDone && page.rows.length > 0)
    expect(early?.searched).toBeLessThan(readable / 2)
    for (const [at, { page, found, searched, isDone }] of states.entries()) {
      const before = states[at - 1] ?? { found: 0, searched: 0 }
      expect(searched).toBeGreaterThanOrEqual(before.searched)
      expect(page.rows.length).toBe(Math.min(20, found))
      const order = page.rows.map(({ timestamp, row_id }) => `${timestamp ?? ''} ${String(row_id).padStart(4, '0')}`)
      expect(order).toEqual([...order].sort())
      expect(isDone).toBe(at === states.length - 1)
      if (!isDone) expect([page.nextCursor, page.previousCursor]).toEqual([null, null])
    }
    expect(states.at(-1)).toMatchObject({ searched: readable, found: 90 })
  })

  it('has nothing to search where nothing may be read', async () => {
    const filter = { prompt: 'harbour' }
    const [only, ...others] = await statesOf({ ...dataset, visibleAccounts: [], filter, sort: time, limit: 20 })
    expect(only).toMatchObject({ of: 0, found: 0, isDone: true })
    expect(others).toEqual([])
  })

  it('ends when nobody waits for it any more', async () => {
    const caller = new AbortController()
    const filter = { prompt: 'harbour' }
    const search = explorerSearch({ ...dataset, filter, sort: time, limit: 20, signal: caller.signal })
    await search.next()
    caller.abort()
    await expect(search.next()).rejects.toThrow()
  })
})
