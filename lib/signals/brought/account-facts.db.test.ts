import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { CanonicalRow } from '@/lib/signals/canonical-log'
import { type AccountFacts, mergeAccountFacts } from '@/lib/signals/references/account-table'
import { measureRows, moment } from '@/tests/measured-log'
import { temporaryFolder } from '@/tests/temporary-folder'

const folder = temporaryFolder('account-facts')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = Date.UTC(2026, 2, 2)
const unknown = { created: null, plan: null, payment: null, emailDomain: null, country: null, sanctioned: null }
const facts = (account: string, said: Partial<AccountFacts>): AccountFacts => ({ account, ...unknown, ...said })

const calls = (account_id: string, more: Partial<CanonicalRow> = {}): CanonicalRow[] =>
  Array.from({ length: 20 }, (_, n) => ({
    account_id,
    timestamp: moment(start + n * 60_000),
    country: n < 15 ? 'DE' : 'FR',
    ...more,
  }))

const names = Array.from({ length: 40 }, (_, n) => `customer-${n}`)

describe('what a table says of accounts', () => {
  it('gives the plan of the peer group and the time of sign-up where the log has none', async () => {
    const log = names.flatMap((name) => calls(name))
    const accountFacts = names.map((name, n) => facts(name, { plan: 'pro', created: start - n * 1000 - 5000 }))
    const { cell } = await measureRows(folder, log, { accountFacts })
    expect(cell('customer-3', 'origin-masking')?.peers).toEqual({ name: 'plan pro · 2026-03', n: 40 })
    expect(cell('customer-3', 'creation-batch')?.value).toBe(39)
  })

  it('ties accounts by a payment and a domain that only the table knows', async () => {
    const log = names.flatMap((name) => calls(name))
    const accountFacts = names.map((name, n) =>
      facts(name, { payment: n < 3 ? 'card-9' : `own-${n}`, emailDomain: n < 3 ? 'x.example' : `own-${n}.example` }),
    )
    const { cell } = await measureRows(folder, log, { accountFacts })
    expect(cell('customer-1', 'linked-accounts')?.value).toBeGreaterThan(0)
    expect(cell('customer-7', 'linked-accounts')?.value).toBe(0)
  })

  it('does not overrule the log, and names no account that the log does not', async () => {
    const log = names.flatMap((name) => calls(name, { plan: 'free' }))
    const accountFacts = [...names, 'stranger'].map((name) => facts(name, { plan: 'pro' }))
    const { cell, analysis } = await measureRows(folder, log, { accountFacts })
    expect(cell('customer-3', 'origin-masking')?.peers.name).toBe('plan free · 2026-03')
    expect(analysis.accounts).toBe(40)
  })

  it('tells requests from the country of the payment from others, and what it says of sanctions', async () => {
    const log = names.flatMap((name) => calls(name))
    const { cell } = await measureRows(folder, log, {
      accountFacts: [facts('customer-3', { country: 'FR', sanctioned: true })],
    })
    expect(cell('customer-3', 'origin-masking')?.measures).toMatchObject({ outside_payment_share: 0.75, sanctioned: 1 })
    expect(cell('customer-4', 'origin-masking')?.measures).toMatchObject({
      outside_payment_share: null,
      sanctioned: null,
    })
  })

  it('changes no value when it says nothing', async () => {
    const log = names
      .slice(0, 5)
      .flatMap((name) => calls(name, { plan: 'free', payment_ref: 'p', email_domain: 'a.example' }))
    const without = await measureRows(folder, log)
    const { analysis } = await measureRows(folder, log, { accountFacts: names.map((name) => facts(name, {})) })
    expect(analysis.ranked).toEqual(without.analysis.ranked)
  })
})

it('believes the earlier of two tables, and takes from the later what the earlier leaves out', () => {
  const merged = mergeAccountFacts([
    [facts('a', { plan: 'pro' })],
    [facts('a', { plan: 'free', country: 'DE' }), facts('b', {})],
  ])
  expect(merged).toEqual([facts('a', { plan: 'pro', country: 'DE' }), facts('b', {})])
})
