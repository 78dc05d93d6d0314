import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { ingestLog } from '@/lib/signals/ingest/ingest-log'
import { explorerCount, explorerPage, rowsById } from './explorer'
import { equalColumns, explorerFilterSchema, explorerSorts, textColumns } from './explorer-filter'
import type { Dataset } from './explorer-keys'

let dataset: Dataset
const total = 300

const record = (index: number) => ({
  timestamp: index % 7 === 0 ? undefined : 1_760_000_000 + (index % 50),
  account_id: `acct-${index % 5}`,
  prompt: index === 3 ? "hostile ' \\ -- \n\t\0 text" : `prompt ${index} geheim-${index % 5}`,
  response: `answer ${index}`,
  model: index % 2 ? 'model-a' : "mod'el\\b",
  input_tokens: index % 3 === 0 ? undefined : index % 10,
  latency_ms: (index * 37) % 100,
  status: index % 4 ? 200 : 429,
  extra: { messages: `secret ${index}` },
})

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-test-'))
  const path = join(folder, 'log.jsonl')
  writeFileSync(path, Array.from({ length: total }, (_, index) => JSON.stringify(record(index))).join('\n'))
  const engine = batchEngine()
  const limits = { maxDecompressedBytes: 1e9, maxDecompressionRatio: 200 }
  const source = { path, name: 'log.jsonl' }
  const { parquetPath } = await ingestLog({ engine, source, outDir: folder, limits })
  dataset = { engine, parquetPath, visibleAccounts: ['acct-1', 'acct-3'] }
})

const sort = { sort: 'time', direction: 'asc' } as const

describe('paging', () => {
  const pages = fc.record({
    sort: fc.constantFrom(...explorerSorts),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    limit: fc.integer({ min: 7, max: 120 }),
    filter: fc.constantFrom({}, { status_from: 300 }, { account_id: 'acct-2' }, { prompt: 'GEHEIM-3' }),
  })

  it('shows every matching row once, in any order, whatever the size of a page, forth and back', async () => {
    await fc.assert(
      fc.asyncProperty(pages, async ({ limit, filter, ...order }) => {
        const seen: number[] = []
        const back: number[] = []
        const ask = (cursor: string | null, isBack: boolean) =>
          explorerPage({ ...dataset, filter, sort: order, cursor, isBack, limit })
        let page = await ask(null, false)
        seen.push(...page.rows.map((row) => row.row_id))
        while (page.nextCursor) {
          page = await ask(page.nextCursor, false)
          seen.push(...page.rows.map((row) => row.row_id))
        }
        const last = page.rows.length
        while (page.previousCursor) {
          page = await ask(page.previousCursor, true)
          back.unshift(...page.rows.map((row) => row.row_id))
        }
        expect(back).toEqual(back.length > 0 ? seen.slice(0, seen.length - last) : [])
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.length).toBe(await explorerCount({ ...dataset, filter }))
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  it('sorts by latency from the highest', async () => {
    const { rows } = await explorerPage({
      ...dataset,
      filter: {},
      sort: { sort: 'latency', direction: 'desc' },
      limit: 50,
    })
    const latencies = rows.map((row) => row.latency_ms ?? -1)
    expect(latencies).toEqual([...latencies].sort((a, b) => b - a))
    expect(latencies[0]).toBe(99)
  })

  it('refuses a cursor that it did not write', async () => {
    const page = explorerPage({ ...dataset, filter: {}, sort, cursor: "x' OR 1", limit: 10 })
    await expect(page).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('masking', () => {
  it('shows the length alone of what other accounts wrote', async () => {
    const { rows } = await explorerPage({ ...dataset, filter: { account_id: 'acct-2' }, sort, limit: 5 })
    for (const row of rows) {
      expect(row).toMatchObject({
        masked: true,
        prompt: null,
        response: null,
        system_prompt: null,
        extra: null,
        template_id: null,
      })
      expect(row.prompt_length).toBeGreaterThan(10)
    }
    const [shown] = await rowsById({ ...dataset, rowIds: [6] })
    expect(shown).toMatchObject({
      masked: false,
      prompt: 'prompt 6 geheim-1',
      account_id: 'acct-1',
      extra: '{"messages":"secret 6"}',
    })
  })

  it('does not let a search find masked text', async () => {
    expect(await explorerCount({ ...dataset, filter: { prompt: 'geheim-2' } })).toBe(0)
    expect(await explorerCount({ ...dataset, filter: { prompt: 'Geheim-1' } })).toBe(60)
    expect(await explorerCount({ ...dataset, visibleAccounts: [], filter: { response: 'answer' } })).toBe(0)
  })

  it('takes ten thousand visible accounts', async () => {
    const visibleAccounts = Array.from({ length: 30_000 }, (_, index) => `acct-${index}-of-a-long-list`).concat(
      'acct-2',
    )
    expect(await explorerCount({ ...dataset, visibleAccounts, filter: { prompt: 'geheim-2' } })).toBe(60)
  })
})

describe('rows by id', () => {
  it('come whole and in the order asked for', async () => {
    const rows = await rowsById({ ...dataset, rowIds: [203, 1, 999_999, 8] })
    expect(rows.map((row) => row.row_id)).toEqual([203, 1, 8])
  })

  it('give times in UTC', async () => {
    const [row] = await rowsById({ ...dataset, rowIds: [1] })
    expect(row?.timestamp).toBe('2025-10-09T08:53:21.000Z')
  })
})

describe('hostile values', () => {
  const hostile = [
    "' OR 1=1 --",
    "'; DROP TABLE x; --",
    '\\',
    "\\'",
    "file('/etc/passwd')",
    "url('http://127.0.0.1/')",
    '/* x */',
    '-- x',
    '#',
    'line\nbreak\ttab\0nul',
    '{path:String}',
    "') UNION ALL SELECT * FROM file('/etc/passwd', 'LineAsString') --",
    ...['`', '"', '%', '_', '\u202e', '\\N', 'NULL'],
    "a' FORMAT Null",
  ]

  it.each([...equalColumns, ...textColumns])('are nothing but text in the filter of %s', async (column) => {
    for (const value of hostile) {
      const filter = explorerFilterSchema.parse({ [column]: value })
      expect(await explorerCount({ ...dataset, filter }), JSON.stringify(value)).toBeLessThanOrEqual(1)
    }
  })

  it('find the row that holds them', async () => {
    for (const part of ["'", '\\', '--', '\n', '\t', '\0', "' \\ -- \n\t\0 t"]) {
      const { rows } = await explorerPage({ ...dataset, filter: { prompt: part }, sort, limit: 10 })
      expect(
        rows.map((row) => row.row_id),
        JSON.stringify(part),
      ).toEqual([3])
    }
    expect(await explorerCount({ ...dataset, filter: { model: "mod'el\\b" } })).toBe(150)
  })

  it('are refused where a number, a time or a name is wanted', () => {
    for (const filter of [
      { status_from: '1 OR 1' },
      { from: "2025' OR 1" },
      { latency_ms_to: 'sleep(3)' },
      { to: 'now()' },
    ]) {
      expect(explorerFilterSchema.safeParse(filter).success).toBe(false)
    }
    expect(explorerFilterSchema.parse({ 'model = 1 OR 1': 'x' })).toEqual({})
  })
})

describe('bounds', () => {
  it('include both ends', async () => {
    expect(await explorerCount({ ...dataset, filter: { latency_ms_from: 99, latency_ms_to: 99 } })).toBe(3)
    const from = '2025-10-09T08:53:21'
    expect(await explorerCount({ ...dataset, filter: { from, to: `${from}Z` } })).toBe(
      Array.from({ length: total }, (_, index) => record(index)).filter((row) => row.timestamp === 1_760_000_001)
        .length,
    )
  })
})
