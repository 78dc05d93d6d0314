import { rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { measureParts, measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'

const folder = temporaryFolder('distribution-shift')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const everyday = ['bread', 'garden', 'letter', 'window', 'summer', 'river', 'market', 'teacher', 'ticket', 'kitchen']
const odd = ['quark', 'lemma', 'sigma', 'tensor', 'kernel', 'lattice', 'spinor', 'axiom', 'cohort', 'isogeny']
const start = Date.UTC(2026, 2, 2)

const ask = (words: string[], n: number) =>
  [1, 3, 7, 9].map((step) => words[(n * step + Math.floor(n / 10)) % 10]).join(' and ')
const calls = (account_id: string, words: string[], from: number): CanonicalRow[] =>
  Array.from({ length: 20 }, (_, n) => ({
    account_id,
    prompt: `Please say something of ${ask(words, from + n)}`,
    timestamp: moment(start + (from + n) * 60_000),
  }))

const log = [
  ...Array.from({ length: 40 }, (_, n) => calls(`usual-${n}`, everyday, n * 7)).flat(),
  ...calls('strange', odd, 3),
]

it('puts the account whose words nobody shares furthest from the others', async () => {
  const { cell, analysis } = await measureRows(folder, log)
  const values = analysis.ranked.map(({ signals }) => signals['distribution-shift'].value ?? 0)
  expect(cell('strange', 'distribution-shift')?.value).toBe(Math.max(...values))
  expect(cell('strange', 'distribution-shift')).toMatchObject({
    percentile: expect.closeTo(98.8, 1),
    measures: { prompts: 20 },
  })
  expect(cell('strange', 'distribution-shift')?.measures.p_value).toBeCloseTo(1 / 41, 10)
})

it('finds the same whatever the order of rows and however the log lies in files', async () => {
  const { analysis } = await measureRows(folder, log)
  const mixed = log.map((row, n) => ({ row, key: (n * 37) % log.length })).sort((a, b) => a.key - b.key)
  const parts = [0, 1].map((half) => mixed.filter((_, n) => n % 2 === half).map(({ row }) => row))
  const again = await measureParts(folder, parts)
  for (const { account, signals } of analysis.ranked)
    expect(again.cell(account, 'distribution-shift')).toEqual(signals['distribution-shift'])
})

it('says why it cannot be computed, and which account has too few prompts', async () => {
  const alone = await measureRows(folder, calls('one', everyday, 0))
  expect(alone.why('distribution-shift')).toMatch(/one account/)
  const { cell } = await measureRows(folder, [...log, ...calls('new', everyday, 0).slice(0, 3)])
  expect(cell('new', 'distribution-shift')).toMatchObject({
    value: null,
    why: expect.stringMatching(/3 prompts with words, at least 12/),
  })
})
