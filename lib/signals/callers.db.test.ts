import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'
import { testedExplanations } from './explanations/explanation-tests'
import type { LogAnalysis } from './log-analysis'
import type { SignalId } from './signal-definition'
import { signalOf } from './signals'

const folder = temporaryFolder('callers')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)

const calls = (account_id: string, count: number, more: (n: number) => Partial<CanonicalRow>): CanonicalRow[] =>
  Array.from({ length: count }, (_, n) => ({ account_id, timestamp: moment(start + n * 60_000), ...more(n) }))

const english = 'What is the way from the harbour to the old mill?'
const german = 'Wie ist der Weg von dem Hafen und zu der Mühle?'
const helper = (name: string) =>
  `You are the assistant of a shop for garden tools and answer the questions of its customers in two sentences at most, politely and without any promise about the day of delivery; the customer is called ${name} today`
const tutor = 'You teach children between six and nine years of age to count, with stories about animals of the forest'

/** Outcome of the tests of a signal's explanations for an account. */
function outcomes(analysis: LogAnalysis, account: string, id: SignalId) {
  const [signal, of] = [signalOf(id), analysis.ranked.find((one) => one.account === account)]
  if (!signal || !of) throw new Error(`${account} was not measured`)
  return Object.fromEntries(testedExplanations(signal, of.signals).map(({ test, outcome }) => [test?.id, outcome.fit]))
}

describe('system prompt fixity', () => {
  it('knows one instruction through the names in it, and tells two apart', async () => {
    const { cell, path } = await measureRows(folder, [
      ...calls('fixed', 20, (n) => ({ prompt: english, system_prompt: helper(`Nr ${n}`) })),
      ...calls('two', 20, (n) => ({ prompt: english, system_prompt: n % 2 ? tutor : helper('Ann') })),
      ...calls('none', 20, () => ({ prompt: english })),
      ...calls('few', 20, (n) => ({ prompt: english, ...(n < 9 && { system_prompt: tutor }) })),
    ])
    expect(cell('fixed', 'system-prompt-fixity')).toMatchObject({
      value: 1,
      measures: { requests: 20, instructed_share: 1, system_templates: 1, top_share: 1 },
    })
    expect(cell('two', 'system-prompt-fixity')?.value).toBeCloseTo((2 * 10 * 9) / (20 * 19), 10)
    expect(cell('none', 'system-prompt-fixity')).toMatchObject({
      value: null,
      measures: { requests: 0, top_accounts: null },
    })
    expect(cell('few', 'system-prompt-fixity')?.why).toMatch(/^Too few data: 9 requests/)
    const statement = signalOf('system-prompt-fixity')?.rowsBehind({ path, account: 'two', limit: 20, offset: 0 })
    const rows = await batchEngine().rows<{ reason: string }>(statement?.sql ?? '', statement?.params)
    expect(rows.map(({ reason }) => reason)).toEqual(Array(20).fill('a system prompt of 10 requests'))
  })

  it('counts the accounts that send the same, and what they pay with', async () => {
    const shared = Array.from({ length: 12 }, (_, a) =>
      calls(`user-${a}`, 10, () => ({ prompt: english, system_prompt: tutor, payment_ref: `card-${a}` })),
    ).flat()
    const own = calls('own', 10, () => ({ prompt: english, system_prompt: helper('Ann'), payment_ref: 'card-x' }))
    const { analysis, cell } = await measureRows(folder, [...shared, ...own])
    expect(cell('user-0', 'system-prompt-fixity')?.measures).toMatchObject({ top_accounts: 12, top_payers: 12 })
    expect(outcomes(analysis, 'user-0', 'system-prompt-fixity')).toMatchObject({ 'public-instruction': 'fits' })
    expect(outcomes(analysis, 'own', 'system-prompt-fixity')).toMatchObject({ 'public-instruction': 'does not fit' })
  })

  it('says why when the log has no system prompts', async () => {
    const { why } = await measureRows(
      folder,
      calls('a', 12, () => ({ prompt: english })),
    )
    expect(why('system-prompt-fixity')).toBe('The log has no system prompts.')
  })
})

describe('relay', () => {
  const relayed = calls('relay', 60, (n) => ({
    prompt: n % 2 ? english : german,
    system_prompt: [tutor, helper('Ann'), undefined][n % 3],
    user_agent: n < 30 ? `browser/${n}` : 'terminal/2',
  }))
  const single = calls('single', 60, (n) => ({
    prompt: `${english} ${n}`,
    user_agent: `browser/${n}`,
    system_prompt: tutor,
  }))

  it('counts kinds of callers: language, program and system prompt, whatever the version', async () => {
    const { cell } = await measureRows(folder, [
      ...relayed,
      ...single,
      ...calls('few', 20, () => ({ prompt: english })),
    ])
    // Twelve kinds of five prompts each.
    expect(cell('relay', 'relay')?.value).toBeCloseTo((60 * 59) / (12 * 5 * 4), 10)
    expect(cell('relay', 'relay')?.measures.languages).toBeCloseTo((60 * 59) / (2 * 30 * 29), 10)
    expect(cell('relay', 'relay')?.measures.systems).toBeCloseTo((40 * 39) / (2 * 20 * 19), 10)
    expect(cell('single', 'relay')).toMatchObject({ value: 1, measures: { languages: 1, harnesses: 1, systems: 1 } })
    expect(cell('few', 'relay')?.value).toBeNull()
  })

  it('explains an account of many callers as a reseller, and not one of a single caller', async () => {
    const { analysis } = await measureRows(folder, [...relayed, ...single])
    expect(outcomes(analysis, 'relay', 'volume')).toMatchObject({ 'relayed-users': 'fits' })
    expect(outcomes(analysis, 'single', 'volume')).toMatchObject({ 'relayed-users': 'does not fit' })
  })
})
