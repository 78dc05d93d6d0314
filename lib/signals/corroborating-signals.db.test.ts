import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'
import { signals } from './signals'
import { triageWeights } from './triage'

const folder = temporaryFolder('corroborating')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)

/** `count` requests of an account, a minute apart, the n-th with what `more` says. */
const calls = (account_id: string, count: number, more: (n: number) => Partial<CanonicalRow>): CanonicalRow[] =>
  Array.from({ length: count }, (_, n) => ({ account_id, timestamp: moment(start + n * 60_000), ...more(n) }))

const question = (n: number) => `What is the capital of country number ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n}?`

describe('signals that corroborate only', () => {
  it('weigh nothing in the triage order', () => {
    const weights = signals.filter(({ corroboratesOnly }) => corroboratesOnly).map(({ id }) => triageWeights[id])
    expect(weights).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('count prompts that were sent four times at a temperature above zero', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('sampler', 12, (n) => ({ prompt: n < 6 ? question(0) : question(n), temperature: 0.7 })),
      ...calls('greedy', 12, () => ({ prompt: question(0), temperature: 0 })),
      ...calls('retrying', 12, (n) => ({ prompt: question(n % 4), temperature: 1 })),
    ])
    expect(cell('sampler', 'repeat-sampling')).toMatchObject({
      ...{ value: 0.5, measures: { prompts: 12, sampled_texts: 1, most_samples: 6 } },
    })
    expect(cell('retrying', 'repeat-sampling')?.value).toBe(0)
    expect(cell('greedy', 'repeat-sampling')?.value).toBeNull()
  })

  it('say why when no request states a temperature', async () => {
    const { why } = await measureRows(
      folder,
      calls('a', 12, (n) => ({ prompt: question(n) })),
    )
    expect(why('repeat-sampling')).toMatch(/temperature above 0/)
    expect(why('fixed-sampling')).toMatch(/no sampling parameters/)
  })

  it('tell one set of parameters from many, and none from zero', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('mostly', 20, (n) => ({ temperature: 0.7, max_tokens: n < 15 ? 500 : 500 + n })),
      ...calls('zero', 40, (n) => (n % 2 ? { temperature: 0 } : { temperature: 0, top_p: 0 })),
      ...calls('silent', 20, () => ({})),
    ])
    expect(cell('mostly', 'fixed-sampling')).toMatchObject({ value: 0.75, measures: { sets: 6 } })
    expect(cell('zero', 'fixed-sampling')).toMatchObject({ value: 0.5, measures: { sets: 2 } })
    expect(cell('silent', 'fixed-sampling')?.value).toBeNull()
  })

  it('divide output by input, and see answers that were cut', async () => {
    const tokens = { input_tokens: 100, output_tokens: 300 }
    const { cell } = await measureRows(folder, [
      ...calls('long', 20, (n) => ({
        ...tokens,
        ...(n < 4 && { finish_reason: 'LENGTH' }),
        ...(n === 4 && { max_tokens: 300 }),
      })),
      ...calls('refused', 20, () => ({ input_tokens: 100, output_tokens: 0 })),
    ])
    expect(cell('long', 'output-heavy')).toMatchObject({ value: 3, measures: { cut_share: 0.25, answers: 20 } })
    expect(cell('refused', 'output-heavy')?.value).toBeNull()
  })

  it('count different prompts, letter case aside', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('cleaned', 50, (n) => ({ prompt: question(n) })),
      ...calls('repeating', 50, (n) => ({ prompt: n % 2 ? question(n % 10) : question(n % 10).toUpperCase() })),
    ])
    expect(cell('cleaned', 'near-duplicate-free')).toMatchObject({ value: 1, measures: { repeat_probability: 0 } })
    expect(cell('repeating', 'near-duplicate-free')).toMatchObject({ value: 0.2, measures: { texts: 10 } })
    expect(cell('repeating', 'near-duplicate-free')?.measures.repeat_probability).toBeCloseTo(
      (10 * 5 * 4) / (50 * 49),
      10,
    )
  })
})
