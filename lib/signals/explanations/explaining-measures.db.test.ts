import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { CanonicalRow } from '@/lib/signals/canonical-log'
import type { SignalId } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import { testedExplanations } from './explanation-tests'

const folder = temporaryFolder('explaining')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const monday = Date.UTC(2026, 2, 2)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

const call = (account_id: string, at: number, more: Partial<CanonicalRow> = {}): CanonicalRow => ({
  ...{ account_id, timestamp: moment(at) },
  ...more,
})
const question = (n: number) =>
  `What is the capital of country ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n} in the year of ${n}?`

/** Ten nights of six prompts at two o'clock: the same every night, with twelve users. */
const nightly = Array.from({ length: 60 }, (_, i) =>
  call('nightly', monday + Math.floor(i / 6) * day + 2 * hour + (i % 6) * minute, {
    ...{ prompt: question(i % 6), user_id: `user-${i % 12}` },
  }),
)
/** Six days without an end: a prompt every ten minutes, never the same one, for one user. */
const endless = Array.from({ length: 6 * 144 }, (_, i) =>
  call('endless', monday + i * 10 * minute, { prompt: question(i), user_id: 'user-0' }),
)

describe('what a log says for innocent explanations', () => {
  it('is measured: users, one time of day, prompts that come back', async () => {
    const { cell } = await measureRows(folder, [...nightly, ...endless])
    expect(cell('nightly', 'volume')?.measures).toMatchObject({ end_users: 12, active_days: 10 })
    expect(cell('nightly', 'rhythm')?.measures.same_time_days).toBe(1)
    expect(cell('nightly', 'rhythm')?.measures.day_coverage).toBeCloseTo(1 / 144, 10)
    expect(cell('nightly', 'near-duplicate-free')?.measures).toMatchObject({ returning_share: 1, texts: 6 })
    expect(cell('endless', 'volume')?.measures.end_users).toBe(1)
    expect(cell('endless', 'rhythm')?.measures).toMatchObject({ same_time_days: 1, day_coverage: 1 })
    expect(cell('endless', 'near-duplicate-free')?.measures.returning_share).toBe(0)
  })

  it('tells a nightly evaluation from a pipeline that never ends', async () => {
    const { analysis } = await measureRows(folder, [...nightly, ...endless])
    const outcomes = (account: string, id: SignalId) => {
      const [signal, of] = [signalOf(id), analysis.ranked.find((one) => one.account === account)]
      if (!signal || !of) throw new Error(`${account} was not measured`)
      return Object.fromEntries(
        testedExplanations(signal, of.signals).map(({ test, outcome }) => [test?.id, outcome.fit]),
      )
    }
    expect(outcomes('nightly', 'volume')).toMatchObject({ 'one-schedule': 'fits', 'fixed-test-set': 'fits' })
    expect(outcomes('endless', 'volume')).toMatchObject({
      'one-schedule': 'does not fit',
      'fixed-test-set': 'does not fit',
    })
  })

  it('counts who shares an address and a sign-up with an e-mail domain of their own', async () => {
    const at = (account: string, email_domain: string, minutes: number) =>
      call(account, monday, {
        ip: '198.51.100.7',
        email_domain,
        account_created_at: moment(monday - day + minutes * minute + 1),
      })
    const { cell } = await measureRows(folder, [
      ...[0, 1, 2].map((n) => at(`class-${n}`, 'campus.example', n)),
      at('stranger', 'post.example', 4),
    ])
    expect(cell('class-0', 'address-fan-in')).toMatchObject({ value: 3, measures: { network_others_with_domain: 2 } })
    expect(cell('stranger', 'address-fan-in')).toMatchObject({ value: 3, measures: { network_others_with_domain: 0 } })
    expect(cell('class-0', 'creation-batch')?.measures).toMatchObject({ same_domain: 2, domain_accounts: 3 })
  })
})
