import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { type CanonicalRow, writeCanonicalLog } from '@/lib/signals/canonical-log'
import { moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { Dataset } from './explorer-keys'
import { sharedSentences, sharedTemplates, sharedValues } from './two-accounts'

const folder = temporaryFolder('two-accounts')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const monday = Date.UTC(2026, 2, 2)
const sentence = 'Always answer in the tone of a patient teacher of mathematics'
const prompt = (topic: string) => `${sentence}. Write every step that leads to the answer about ${topic} in one line`
const own = 'Summarise the minutes of our last meeting of the allotment society in five short points'

const call = (account_id: string, n: number, more: Partial<CanonicalRow> = {}): CanonicalRow => ({
  ...{ account_id, timestamp: moment(monday + n * 60_000), payment_ref: `own-${account_id}` },
  ...more,
})

const rows: CanonicalRow[] = [
  ...['rivers', 'bridges', 'clouds'].flatMap((topic, n) =>
    ['a', 'b'].map((name) => call(name, n, { prompt: prompt(topic), payment_ref: 'card-7', ip: '203.0.113.9' })),
  ),
  ...[1, 2, 3].map((n) => call('a', n, { prompt: own })),
  call('c', 1, { ip: '203.0.113.200' }),
  ...[1, 2, 3, 4, 5].map((n) => call(`other-${n}`, n)),
]

let dataset: Dataset
beforeAll(async () => {
  const engine = batchEngine()
  const parquetPath = join(folder, `${randomUUID()}.parquet`)
  await writeCanonicalLog(
    engine,
    parquetPath,
    rows.map((row, row_id) => ({ row_id, ...row })),
  )
  dataset = { engine, parquetPath, visibleAccounts: ['a'] }
})

describe('what two accounts share', () => {
  it('weighs each value by how many accounts of the log carry it', async () => {
    const found = await sharedValues(dataset, { a: 'a', b: 'b', total: 8 })
    expect(found).toEqual([
      { kind: 'payment_ref', value: 'card-7', accounts: 2, weight: Math.log(4) },
      { kind: 'ip_prefix', value: '203.0.113.0/24', accounts: 3, weight: Math.log(8 / 3) },
    ])
    expect(await sharedValues(dataset, { a: 'a', b: 'other-1', total: 8 })).toEqual([])
  })

  it('finds the template that both send, and not the one of a single account', async () => {
    expect(await sharedTemplates(dataset, { a: 'a', b: 'b' })).toEqual([
      { requests_a: 3, requests_b: 3, row_a: 0, row_b: 1 },
    ])
    expect(await sharedTemplates(dataset, { a: 'a', b: 'c' })).toEqual([])
  })

  it('shows a shared sentence only where one of them may be read', async () => {
    const [first] = await sharedSentences(dataset, { a: 'a', b: 'b' })
    expect(first).toMatchObject({ text: sentence.toLowerCase(), requests_a: 3, requests_b: 3, row_a: 0, row_b: 1 })
    const [masked] = await sharedSentences({ ...dataset, visibleAccounts: [] }, { a: 'a', b: 'b' })
    expect(masked).toMatchObject({ text: null, bytes: sentence.length })
  })
})
