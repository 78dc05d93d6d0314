import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { measureParts, measureRows, moment } from '@/tests/measured-log'
import { promptSetAt } from '@/tests/prompt-set-at'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'
import { normalForm } from './references/prompt-set'
import { normalisedPrompt } from './references/prompt-set-tables'
import { signalOf } from './signals'

const folder = temporaryFolder('corpus-walk')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)
const words = ['apples', 'bridges', 'candles', 'deserts', 'engines', 'forests', 'glaciers', 'harbours', 'islands']
const item = (n: number) =>
  `How many ${words[n % 9]} and ${words[Math.floor(n / 9) % 9]} has the town of station ${'ab'.repeat(n % 7)}${'cd'.repeat(n % 5)} ${'ef'.repeat(Math.floor(n / 35))} got?`
const items = Array.from({ length: 60 }, (_, n) => item(n))

const setOf = (name: string, text: string, hashesOnly?: boolean) => promptSetAt(folder, name, text, hashesOnly)

const requests = (account_id: string, prompts: string[]): CanonicalRow[] =>
  prompts.map((prompt, n) => ({ account_id, prompt, timestamp: moment(start + n * 60_000) }))

const stations = setOf('stations', items.join('\n'))
const log = [
  ...requests('walker', items.slice(0, 30)),
  ...requests('backwards', items.slice(0, 30).toReversed()),
  ...requests(
    'wrapping',
    items.slice(0, 20).map((one) => `Answer in one word! ${one} Think before you answer.`),
  ),
  ...requests('neighbour', [...items.slice(0, 3), ...items.slice(0, 17).map((one) => one.replace('town', 'village'))]),
  ...requests('short', items.slice(0, 5)),
]

describe('corpus walk', () => {
  it('knows whole prompts, prompts within others, and the order in which the set was asked', async () => {
    const { cell, analysis } = await measureRows(folder, log, { promptSets: [stations] })
    expect(cell('walker', 'corpus-walk')).toMatchObject({
      value: 1,
      measures: { tau: 1, covered: 0.5, set: 1, whole_share: 1 },
    })
    expect(cell('backwards', 'corpus-walk')?.measures.tau).toBe(-1)
    expect(cell('wrapping', 'corpus-walk')).toMatchObject({ value: 1, measures: { tau: 1, whole_share: 0 } })
    expect(cell('neighbour', 'corpus-walk')).toMatchObject({ value: 0.15, measures: { matched: 3, tau: null } })
    expect(cell('short', 'corpus-walk')?.why).toMatch(/5 prompts, at least 10/)
    const { name, sha256, entries } = stations
    expect(analysis.references).toEqual([{ kind: 'prompt-set', name, sha256, entries }])
  })

  it('finds the same whole prompts in a set of which only hashes were kept', async () => {
    const hashed = setOf('hashed', items.join('\n'), true)
    const { cell } = await measureRows(folder, log, { promptSets: [hashed] })
    expect(cell('walker', 'corpus-walk')).toMatchObject({ value: 1, measures: { tau: 1, whole_share: 1 } })
    expect(cell('wrapping', 'corpus-walk')?.value).toBe(0)
  })

  it('takes the set with most prompts, and counts a prompt in two sets once in the overlap', async () => {
    const half = setOf('half', items.slice(0, 15).join('\n'))
    const { cell } = await measureRows(folder, log, { promptSets: [half, stations] })
    expect(cell('walker', 'corpus-walk')?.measures).toMatchObject({ set: 2, matched: 30, overlap_share: 1 })
  })

  it('says why when there is no set', async () => {
    const { why } = await measureRows(folder, log.slice(0, 12))
    expect(why('corpus-walk')).toMatch(/No reference prompt set was given/)
  })

  it('does not hang on the order of rows, nor on how the log lies in files, nor on other customers', async () => {
    const { cell } = await measureRows(folder, log, { promptSets: [stations] })
    const mixed = log.map((row, n) => ({ row, key: (n * 37) % log.length })).sort((a, b) => a.key - b.key)
    const parts = [0, 1].map((half) => mixed.filter((_, n) => n % 2 === half).map(({ row }) => row))
    const others = requests('somebody', items.slice(30, 50))
    const again = await measureParts(folder, [...parts, others], { promptSets: [stations] })
    for (const account of ['walker', 'wrapping', 'neighbour'])
      expect(again.cell(account, 'corpus-walk')?.measures).toEqual(cell(account, 'corpus-walk')?.measures)
  })

  it('shows the rows behind it, each with its place in the set', async () => {
    const { path } = await measureRows(folder, log, { promptSets: [stations] })
    const statement = signalOf('corpus-walk')?.rowsBehind({
      path,
      account: 'wrapping',
      limit: 5,
      offset: 0,
      promptSets: [stations],
    })
    const rows = await batchEngine().rows(statement?.sql ?? '', statement?.params)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toMatchObject({ row_id: 60, reason: 'contains a sentence of prompt 1 of set 1' })
  })
})

it('brings a text into the same normal form in the engine as here', async () => {
  const engine = batchEngine()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('A', 'é', 'İ', ' ', '\t', '.', '!', '?', '\n', '。', '？', '中', 'ß', '\r', '"', '😀'), {
        maxLength: 40,
      }),
      async (marks) => {
        const text = marks.join('')
        const [row] = await engine.rows<{ normal: string }>(`SELECT ${normalisedPrompt('{text:String}')} AS normal`, {
          text,
        })
        expect(row?.normal).toBe(normalForm(text))
      },
    ),
    { numRuns: 60 },
  )
})
