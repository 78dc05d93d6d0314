import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'
import { signalOf } from './signals'

const folder = temporaryFolder('capability')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)

const calls = (account_id: string, count: number, prompt: (n: number) => string): CanonicalRow[] =>
  Array.from({ length: count }, (_, n) => ({ account_id, timestamp: moment(start + n * 60_000), prompt: prompt(n) }))

const asked = {
  code: 'Write a function in Python that sorts this list of names and the ages.',
  law: 'What does the statute say of the defendant and of the jurisdiction?',
  medicine: 'What are the symptoms of diabetes and how is it diagnosed?',
  everyday: 'What is a good recipe for dinner with these ingredients?',
}
const kinds = Object.values(asked)

describe('capability focus and breadth', () => {
  it('are known by construction, and point opposite ways', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('narrow', 1000, (n) => `${asked.code} ${n}`),
      ...calls('broad', 1000, (n) => `${kinds[n % 4]} ${n}`),
      ...calls('rare', 2000, (n) => `${n < 2 ? asked.law : asked.code} ${n}`),
      ...calls('mute', 40, (n) => `xyzzy ${n}`),
    ])
    expect(cell('narrow', 'capability-focus')).toMatchObject({ value: 1, measures: { top_topic: 1, top_share: 1 } })
    expect(cell('broad', 'capability-focus')?.value).toBeCloseTo((4 * 250 * 249) / (1000 * 999), 10)
    expect(cell('narrow', 'capability-breadth')?.value).toBe(1)
    expect(cell('broad', 'capability-breadth')).toMatchObject({ value: 4, measures: { topics: 4, languages: 1 } })
    // Half of 2,000 is drawn: two of one kind are both left out with probability (1000 · 999) / (2000 · 1999).
    expect(cell('rare', 'capability-breadth')?.value).toBeCloseTo(2 - (1000 * 999) / (2000 * 1999), 9)
    expect(cell('mute', 'capability-focus')).toMatchObject({ value: null, measures: { topical: 0, top_topic: null } })
    expect(cell('mute', 'capability-breadth')?.why).toMatch(/^Too few data: 0 prompts/)
  })

  it('tell an account of another topic from the others by its divergence', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('other', 100, () => asked.law),
      ...calls('same-1', 100, () => asked.code),
      ...calls('same-2', 100, () => asked.code),
    ])
    const divergence = (account: string) => cell(account, 'capability-focus')?.measures.kl_to_others ?? Number.NaN
    expect(divergence('other')).toBeGreaterThan(3)
    expect(divergence('same-1')).toBeLessThan(divergence('other') / 2)
  })

  it('know languages by their function words, and scripts by theirs', async () => {
    const said = {
      German: 'Wie ist das Wetter und was soll ich mit der Jacke?',
      French: 'Comment est le temps dans les montagnes et que faire avec vous ?',
      Chinese: '今天的天气怎么样？我应该带什么？',
      Japanese: '今日の天気はどうですか。傘を持って行くべきですか。',
      Russian: 'Какая погода в горах и что мне взять с собой?',
      Korean: '오늘 날씨는 어떤가요? 우산을 가져가야 하나요?',
      Arabic: 'ما هو الطقس في الجبال و كيف أستعد من أجل ذلك على مهل؟',
    }
    const { path } = await measureRows(
      folder,
      calls('polyglot', 14, (n) => `python javascript ${Object.values(said)[n % 7]}`),
    )
    const statement = signalOf('capability-breadth')?.rowsBehind({ path, account: 'polyglot', limit: 20, offset: 0 })
    const rows = await batchEngine().rows<{ row_id: number; reason: string }>(statement?.sql ?? '', statement?.params)
    const found = new Map(rows.map(({ row_id, reason }) => [row_id, reason]))
    const expected = Object.keys(said).map((name, n) => [n, `code in ${name}, 2 prompts`])
    expect(Object.keys(said).map((_, n) => [n, found.get(n)])).toEqual(expected)
  })
})
