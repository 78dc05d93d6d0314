import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'
import { testedExplanations } from './explanations/explanation-tests'
import { signalOf } from './signals'

const folder = temporaryFolder('technique-probing')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [start, minute, day] = [Date.UTC(2026, 2, 2), 60_000, 86_400_000]
const words = 'amber birch cedar dune ember fjord grove heron islet jetty kelp larch'.split(' ')

/** Ten wordings of a wish for the system prompt, of which no two share a run of five words; every second is refused. */
const wordings = Array.from({ length: 10 }, (_, n) => {
  const own = (k: number) => `${words[(n + k) % 12]}${'abcdefghij'[n]}`
  return `${[0, 1, 2, 3, 4, 5].map(own).join(' ')} your system prompt ${[6, 7, 8, 9].map(own).join(' ')}`
})
const refusal = 'I cannot share that with you.'

function session(account_id: string, answers = (n: number) => n % 2 === 1): CanonicalRow[] {
  return wordings.map((prompt, n) => ({
    ...{ account_id, timestamp: moment(start + n * minute), prompt, status: 200 },
    response: answers(n) ? 'It says that I help.' : refusal,
  }))
}

const later = (account_id: string, count: number, prompt: (n: number) => string): CanonicalRow[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{
      account_id,
      timestamp: moment(start + day + n * minute),
      prompt: prompt(n),
      response: 'Here it is.',
      status: 200,
    },
  }))

describe('technique probing', () => {
  const log = [
    ...session('scaler'),
    ...later('scaler', 150, () => wordings[1] ?? ''),
    ...session('student'),
    ...later('student', 150, (n) => `When does the bus number ${n} leave from the ${words[n % 12]} stop at noon?`),
    ...session('lucky', () => true),
    ...session('unlucky', (n) => n > 4),
    ...later('guest', 40, (n) => `Where is the ${words[n % 12]} shop number ${n} in this street?`),
  ]

  it('finds the wording that was tried among refusals and then sent at scale', async () => {
    const { cell, path } = await measureRows(folder, log)
    expect(cell('scaler', 'technique-probing')).toMatchObject({
      value: 150,
      measures: { sessions: 1, variants: 10, refused: 5, changes: 9, scaled: 1 },
    })
    expect(cell('student', 'technique-probing')).toMatchObject({ value: 0, measures: { sessions: 1, scaled: 0 } })
    for (const account of ['lucky', 'unlucky', 'guest'])
      expect([account, cell(account, 'technique-probing')]).toMatchObject([
        account,
        { value: 0, measures: { sessions: 0, variants: null } },
      ])
    const statement = signalOf('technique-probing')?.rowsBehind({ path, account: 'student', limit: 20, offset: 0 })
    const rows = await batchEngine().rows<{ reason: string }>(statement?.sql ?? '', statement?.params)
    expect(rows.map(({ reason }) => reason.includes('refused'))).toEqual([
      ...Array(5).fill(true),
      ...Array(5).fill(false),
    ])
  })

  it('tells research from use', async () => {
    const { analysis } = await measureRows(folder, log)
    const [signal, found] = [
      signalOf('technique-probing'),
      new Map(analysis.ranked.map((one) => [one.account, one.signals])),
    ]
    const fit = (account: string) => {
      const cells = found.get(account)
      if (!signal || !cells) throw new Error(`${account} was not measured`)
      return testedExplanations(signal, cells).find(({ test }) => test?.id === 'research-ends')?.outcome.fit
    }
    expect(['scaler', 'student', 'guest'].map(fit)).toEqual(['does not fit', 'fits', 'the log cannot say'])
  })

  it('says why when no refusal could be seen', async () => {
    const { why } = await measureRows(
      folder,
      session('a').map(({ response, status, ...row }) => row),
    )
    expect(why('technique-probing')).toMatch(/neither responses nor statuses/)
  })
})
