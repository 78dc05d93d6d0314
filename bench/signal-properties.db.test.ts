import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalAnalysis } from '@/lib/signals/analyse-logs'
import type { CanonicalRow } from '@/lib/signals/canonical-log'
import type { LogAnalysis } from '@/lib/signals/log-analysis'
import type { SignalDefinition } from '@/lib/signals/signal-definition'
import { signals } from '@/lib/signals/signals'
import { measureParts, measureRows, moment } from '@/tests/measured-log'
import { promptSetAt } from '@/tests/prompt-set-at'
import { temporaryFolder } from '@/tests/temporary-folder'
import { generateRecords, labelsOf } from './generate-log'

const folder = temporaryFolder('signal-properties')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = '2026-03-02T00:00:00Z'
const options = { rows: 2600, accounts: 50, seed: 15, difficulty: 0.3, start }
const releases = [{ model: 'orion-3', releasedAt: Date.parse(start) + 17 * 86_400_000 }]

/** A generated log with every column, as canonical rows; another `idSeed` changes names and nothing else. */
function log(idSeed: number): CanonicalRow[] {
  return [...generated(idSeed), ...newcomer(), ...polymath()]
}

/** An account whose first weeks lie in the log, busy on every day. */
function newcomer(): CanonicalRow[] {
  const begun = Date.parse(start) + 3 * 86_400_000
  return Array.from({ length: 80 }, (_, i) => ({
    ...{ row_id: 1_000_000 + i, account_id: 'newcomer', timestamp: moment(begun + i * 6 * 3_600_000) },
    account_created_at: moment(begun - 3_600_000),
  }))
}

/** An account with so many prompts that kinds among a thousand can be told. */
function polymath(): CanonicalRow[] {
  const begun = Date.parse(start) + 5 * 86_400_000
  const asked = ['What is the capital of the country', 'Write a function in Python for the', 'Translate the letter to']
  return Array.from({ length: 1100 }, (_, i) => ({
    ...{ row_id: 2_000_000 + i, account_id: 'polymath', timestamp: moment(begun + i * 300_000) },
    prompt: `${asked[i % 3]} ${'abcdefghijklmnopqrst'[i % 20]}${i}`,
  }))
}

function generated(idSeed: number): CanonicalRow[] {
  return [...generateRecords({ ...options, idSeed })].map(({ record }, row_id) => ({
    ...record,
    row_id,
    timestamp: moment(Date.parse(record.timestamp)),
    account_created_at: moment(Date.parse(record.account_created_at)),
  }))
}

/** Accounts that share nothing with the log and signed up in another year. */
function strangers(): CanonicalRow[] {
  return Array.from({ length: 40 }, (_, a) =>
    Array.from({ length: 12 }, (_, i) => ({
      ...{ account_id: `stranger-${a}`, api_key_id: `strange-key-${a}`, user_agent: `strange/${a}`, status: 200 },
      timestamp: moment(Date.parse(start) + (1 + a + i * 37) * 3_600_000),
      account_created_at: moment(Date.parse(start) - (300 + a) * 86_400_000),
      prompt: `What did ${'abcdefghijklmnopqrst'[i]}${a} say of ${a * 31 + i} when nobody else was there to hear it`,
      ...{ ip: `2001:db8:${a}::1`, country: 'NZ', payment_ref: `strange-${a}`, email_domain: `strange-${a}.example` },
      ...{ input_tokens: 9, output_tokens: 9 + i, temperature: 0.5, plan: 'free', model: 'lyra-1' },
    })),
  ).flat()
}

/** The result without the names of its files. */
const bytes = (analysis: LogAnalysis) => canonicalAnalysis({ ...analysis, datasets: [] })

/** Value of an account and each of `asked`, with accounts called by `nameOf`. */
function values({ ranked }: LogAnalysis, asked: SignalDefinition[], nameOf = (account: string) => account) {
  const of = new Map(ranked.map((one) => [nameOf(one.account), one.signals]))
  return (name: string) => asked.map(({ id }) => [name, id, of.get(name)?.[id].value ?? null])
}

const rows = log(1)
const promptSets = [
  promptSetAt(
    folder,
    'capitals',
    polymath()
      .slice(0, 40)
      .map(({ prompt }) => prompt)
      .join('\n'),
  ),
]
const brought = { releases, promptSets }
const namesOf = (idSeed: number) => [
  ...labelsOf({ ...options, idSeed }).map(({ account_id }) => account_id),
  'newcomer',
  'polymath',
]
const accounts = namesOf(1)
let whole: LogAnalysis

describe('every signal', () => {
  beforeAll(async () => {
    whole = (await measureRows(folder, rows, { threads: 1, ...brought })).analysis
  })

  it('can be computed from a log that has every column, and says something of somebody', () => {
    for (const { id, why } of whole.signals) {
      expect([id, why]).toEqual([id, null])
      expect([id, whole.ranked.some((one) => one.signals[id].value !== null)]).toEqual([id, true])
    }
  })

  it('gives the same bytes with two threads', async () => {
    const { analysis } = await measureRows(folder, rows, { threads: 2, ...brought })
    expect(bytes(analysis)).toBe(bytes(whole))
  })

  it('gives the same bytes for shuffled rows', async () => {
    const keyed = rows.map((row, index) => ({ row, key: (index * 7919) % rows.length }))
    const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)
    const { analysis } = await measureRows(folder, shuffled, { threads: 2, ...brought })
    expect(bytes(analysis)).toBe(bytes(whole))
  })

  it('gives the same for a log in two files', async () => {
    const parts = [0, 1].map((part) => rows.filter((_, index) => index % 2 === part))
    const { analysis } = await measureParts(folder, parts, { threads: 1, ...brought })
    expect(bytes(analysis)).toBe(bytes(whole))
  })

  it('moves no value of an account when unrelated traffic is added', async () => {
    const { analysis } = await measureRows(folder, [...rows, ...strangers()], brought)
    const own = signals.filter(({ comparesWithAll }) => !comparesWithAll)
    const [before, after] = [values(whole, own), values(analysis, own)]
    for (const account of accounts) expect(after(account)).toEqual(before(account))
  })

  it('reads no id: other names for accounts, keys, users and payments give the same values', async () => {
    const renamed = namesOf(2)
    const oldName = new Map(renamed.map((name, index) => [name, accounts[index] ?? '']))
    const { analysis } = await measureRows(folder, log(2), brought)
    const [before, after] = [values(whole, signals), values(analysis, signals, (name) => oldName.get(name) ?? '')]
    for (const account of accounts) expect(after(account)).toEqual(before(account))
  })
})
