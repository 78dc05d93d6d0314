import { describe, expect, it } from 'vitest'
import type { SignalCell } from '@/lib/signals/log-analysis'
import type { SignalId } from '@/lib/signals/signal-definition'
import { signalOf, signals } from '@/lib/signals/signals'
import type { AccountCells } from './explanation-test'
import { explanationTests, testedExplanations } from './explanation-tests'

type Measured = Partial<Record<SignalId, Record<string, number | null> & { value?: number | null }>>

/** The cells of an account that was measured so; `value` is the headline. */
function cellsOf(measured: Measured): AccountCells {
  const cells = Object.entries(measured).map(([id, { value = null, ...measures }]): [string, SignalCell] => [
    id,
    { value, why: null, percentile: null, z: null, peers: { name: 'all accounts', n: 0 }, measures },
  ])
  return Object.fromEntries(cells) as AccountCells
}

const outcome = (test: string, measured: Measured) =>
  explanationTests.find(({ id }) => id === test)?.test(cellsOf(measured)).fit

describe('innocent explanations', () => {
  it('are told for each signal that has a value, with a test or the word that there is none', () => {
    const volume = signalOf('volume')
    const tested = volume ? testedExplanations(volume, cellsOf({})) : []
    expect(tested.map(({ name, test, outcome: { fit } }) => [name, test?.id, fit])).toEqual([
      ['reseller', 'many-users', 'the log cannot say'],
      ['reseller', 'relayed-users', 'the log cannot say'],
      ['evaluation harness', 'one-schedule', 'the log cannot say'],
      ['evaluation harness', 'fixed-test-set', 'the log cannot say'],
      ['academic research', undefined, 'the log cannot say'],
    ])
  })

  it('are not judged by a result of before their measures were taken', () => {
    const volume = signalOf('volume')
    const old = cellsOf({ volume: { value: 9, requests: 90 }, templates: { value: 0.9 } })
    const tested = volume ? testedExplanations(volume, old) : []
    expect(tested[0]?.outcome).toEqual({
      fit: 'the log cannot say',
      because: expect.stringMatching(/measure the signals again/),
    })
  })

  it('are tested only where a signal names them', () => {
    for (const { id, explanation, of } of explanationTests) {
      for (const signal of of) {
        const named = signalOf(signal)?.innocentExplanations.map(({ name }) => name)
        expect([id, signal, named]).toEqual([id, signal, expect.arrayContaining([explanation])])
      }
    }
  })

  it('never say that the log cannot say and a figure at once: each ends in a sentence', () => {
    for (const signal of signals) {
      for (const { outcome } of testedExplanations(signal, cellsOf({})))
        expect(outcome.because).toMatch(/^[A-Z0-9].*\.$/)
    }
  })
})

describe('many users behind one account', () => {
  it('fit with end users; prompts that are all different do not show them', () => {
    expect(outcome('many-users', { volume: { end_users: 300 }, templates: { value: 0.2 } })).toBe('fits')
    expect(outcome('many-users', { volume: { end_users: null }, templates: { value: 0.1 } })).toBe('the log cannot say')
  })

  it('do not fit with one user, or no user, and one text', () => {
    expect(outcome('many-users', { volume: { end_users: 1 }, templates: { value: 0.9 } })).toBe('does not fit')
    expect(outcome('many-users', { volume: { end_users: null }, templates: { value: 0.9 } })).toBe('does not fit')
    expect(outcome('many-users', { volume: { end_users: 300 }, templates: { value: 0.9 } })).toBe('the log cannot say')
  })
})

describe('a schedule', () => {
  it('fits a job at one time of day, and not what never ends', () => {
    const days = { volume: { active_days: 20 } }
    expect(outcome('one-schedule', { ...days, rhythm: { same_time_days: 0.95, day_coverage: 0.05 } })).toBe('fits')
    expect(outcome('one-schedule', { ...days, rhythm: { same_time_days: 1, day_coverage: 0.9 } })).toBe('does not fit')
    expect(outcome('one-schedule', { ...days, rhythm: { same_time_days: 0.3, day_coverage: 0.1 } })).toBe(
      'does not fit',
    )
    const few = { volume: { active_days: 2 }, rhythm: { same_time_days: 1, day_coverage: 0.05 } }
    expect(outcome('one-schedule', few)).toBe('the log cannot say')
  })
})

describe('a fixed test set', () => {
  it('fits prompts that come back on other days, and not prompts that never do', () => {
    const of = (returning_share: number, prompts = 500) => ({
      volume: { active_days: 20 },
      'near-duplicate-free': { prompts, returning_share },
    })
    expect(outcome('fixed-test-set', of(0.8))).toBe('fits')
    expect(outcome('fixed-test-set', of(0))).toBe('does not fit')
    expect(outcome('fixed-test-set', of(0.2))).toBe('the log cannot say')
    expect(outcome('fixed-test-set', of(0, 12))).toBe('the log cannot say')
  })
})

describe('an organisation', () => {
  it('fits accounts of one domain or of many clients, and not one tool without a domain', () => {
    const at = (others_with_client: number, network_others_with_domain: number) => ({
      'address-fan-in': { value: 20, others_on_network: 30, others_with_client, network_others_with_domain },
    })
    expect(outcome('shared-address', at(20, 18))).toBe('fits')
    expect(outcome('shared-address', at(3, 0))).toBe('fits')
    expect(outcome('shared-address', at(20, 0))).toBe('does not fit')
    expect(outcome('shared-address', at(20, 9))).toBe('the log cannot say')
    expect(outcome('shared-address', { 'address-fan-in': { value: 1, others_on_network: 1 } })).toBe(
      'the log cannot say',
    )
  })

  it('fits a batch of sign-ups that is most of its domain', () => {
    const batch = (same_domain: number, domain_accounts: number) => ({
      'creation-batch': { value: 10, same_domain, domain_accounts },
    })
    expect(outcome('signed-up-together', batch(9, 12))).toBe('fits')
    expect(outcome('signed-up-together', batch(9, 400))).toBe('the log cannot say')
    expect(outcome('signed-up-together', batch(0, 1))).toBe('does not fit')
  })
})

describe('a patient client', () => {
  it('fits waits that double, and not waits that do not', () => {
    expect(outcome('patient-client', { 'limit-riding': { doubling_share: 0.8 } })).toBe('fits')
    expect(outcome('patient-client', { 'limit-riding': { doubling_share: 0.05 } })).toBe('does not fit')
    expect(outcome('patient-client', { 'limit-riding': { doubling_share: null } })).toBe('the log cannot say')
  })
})
