import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'
import type { CanonicalRow } from './canonical-log'

const folder = temporaryFolder('places')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Twenty-four requests of an account, an hour apart, the n-th with what `more` says. */
const calls = (account_id: string, more: (n: number) => Partial<CanonicalRow>): CanonicalRow[] =>
  Array.from({ length: 24 }, (_, n) => ({ account_id, timestamp: moment(start + n * hour), ...more(n) }))

describe('one key in many hands', () => {
  it('is counted by networks in a day; private addresses are none', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('spread', (n) => ({ api_key_id: 'k1', ip: `198.51.${n % 5}.${n}` })),
      ...calls('subnet', (n) => ({ api_key_id: 'k2', ip: `203.0.113.${n}` })),
      ...calls('six', (n) => ({ api_key_id: 'k3', ip: `2001:db8:${n % 2}:${n}::1` })),
      ...calls('inside', (n) => ({ api_key_id: 'k4', ip: `10.0.${n}.1` })),
      ...calls('masked', (n) => ({ api_key_id: 'k5', ip: `address-${n % 3}` })),
      ...calls('two keys', (n) => ({ api_key_id: `k${6 + (n % 2)}`, ip: `192.0.${n % 4}.9` })),
    ])
    const networks = (account: string) => cell(account, 'credential-fan-out')?.value
    expect(['spread', 'subnet', 'six', 'inside', 'masked', 'two keys'].map(networks)).toEqual([5, 1, 2, 0, 3, 2])
    expect(cell('subnet', 'credential-fan-out')?.measures).toMatchObject({ addresses: 24, keys: 1 })
  })

  it('says in how many minutes it was in two countries at once', async () => {
    const { cell } = await measureRows(folder, [
      ...calls('twice', () => ({ api_key_id: 'k1', ip: '198.51.1.1', country: 'DE' })),
      ...calls('twice', (n) => ({ api_key_id: 'k1', ip: '198.51.2.1', country: n < 6 ? 'BR' : 'DE' })),
      ...calls('once', () => ({ api_key_id: 'k2', ip: '198.51.3.1', country: 'DE' })),
    ])
    expect(cell('twice', 'credential-fan-out')?.measures.minutes_in_two_countries).toBe(0.25)
    expect(cell('once', 'credential-fan-out')?.measures.minutes_in_two_countries).toBeNull()
  })
})

describe('many accounts in one place', () => {
  it('are counted by address, network, and address with client', async () => {
    const { cell } = await measureRows(folder, [
      ...['a', 'b', 'c'].flatMap((name) => calls(name, () => ({ ip: '198.51.100.7', user_agent: 'tool/1' }))),
      ...calls('d', () => ({ ip: '198.51.100.7', user_agent: 'tool/2' })),
      ...calls('e', () => ({ ip: '198.51.100.8', user_agent: 'tool/1' })),
      ...['f', 'g'].flatMap((name) => calls(name, () => ({ ip: '192.168.1.1', user_agent: 'tool/1' }))),
      ...calls('h', () => ({ ip: '2001:db8::1' })),
    ])
    expect(cell('a', 'address-fan-in')).toMatchObject({
      ...{ value: 3, measures: { others_on_network: 4, others_with_client: 2, placed_share: 1 } },
    })
    expect(cell('d', 'address-fan-in')).toMatchObject({ value: 3, measures: { others_with_client: 0 } })
    expect(cell('e', 'address-fan-in')).toMatchObject({ value: 0, measures: { others_on_network: 4 } })
    expect(cell('f', 'address-fan-in')).toMatchObject({ value: null, why: expect.stringMatching(/private/) })
    expect(cell('h', 'address-fan-in')?.value).toBe(0)
  })
})

describe('an account from everywhere', () => {
  it('has the entropy of its countries, whatever their letter case', async () => {
    const { cell, why } = await measureRows(folder, [
      ...calls('two', (n) => ({
        country: n % 2 ? 'DE' : 'br',
        ip: `198.51.${n % 4}.1`,
        user_agent: 'tool/1',
        asn: 'AS1',
      })),
      ...calls('one', (n) => ({ country: n % 2 ? 'DE' : 'de', ip: '198.51.9.1' })),
    ])
    expect(cell('two', 'origin-masking')).toMatchObject({
      ...{
        value: 1,
        measures: { countries: 2, elsewhere_share: 0.5, networks: 4, operators: 1, networks_of_one_client: 4 },
      },
    })
    expect(cell('one', 'origin-masking')).toMatchObject({
      value: 0,
      measures: { countries: 1, networks_of_one_client: null },
    })
    expect(why('origin-masking')).toBeNull()
  })
})

describe('accounts made together', () => {
  const signUp = (name: string, at: number, email_domain: string): CanonicalRow => ({
    ...{ account_id: name, timestamp: moment(start), account_created_at: moment(at), email_domain },
  })
  const lonely = Array.from({ length: 40 }, (_, i) =>
    signUp(`lonely-${i}`, start - 20 * day + i * 11.7 * hour, 'post.example'),
  )
  const batch = Array.from({ length: 5 }, (_, i) =>
    signUp(`batch-${i}`, start - 5.2 * day + i * 2 * minute, 'new.example'),
  )

  it('are those within half an hour, against the rate of the weeks around', async () => {
    const { cell, analysis } = await measureRows(folder, [...lonely, ...batch])
    expect(cell('batch-0', 'creation-batch')).toMatchObject({
      ...{ value: 4, measures: { within_five_minutes: 2, same_domain: 4 } },
    })
    expect(cell('batch-0', 'creation-batch')?.measures.p_value).toBeLessThan(1e-4)
    expect(cell('lonely-3', 'creation-batch')).toMatchObject({ value: 0, measures: { p_value: 1 } })
    expect(analysis.signals.find(({ id }) => id === 'creation-batch')?.flagged).toBe(5)
  })

  it('can not be told from days of sign-up', async () => {
    const days = Array.from({ length: 9 }, (_, i) => signUp(`a${i}`, start - i * day, 'post.example'))
    expect((await measureRows(folder, days)).why('creation-batch')).toMatch(/the day of sign-up/)
  })
})
