import { describe, expect, it } from 'vitest'
import { generateRecords, type LabelledRecord } from './generate-log'
import { runsOf } from './log/fresh-text'
import { isWithin, quartilesOf } from './log/quartiles'

const records = [...generateRecords({ rows: 100_000, accounts: 1000, seed: 11, difficulty: 1, campaigns: 2 })]
const own = records.filter(({ harvest }) => harvest)
const members = records.filter(({ role }) => role === 'campaign')

function byAccount(rows: readonly LabelledRecord[]): LabelledRecord[][] {
  const groups = new Map<string, LabelledRecord[]>()
  for (const row of rows) {
    const known = groups.get(row.record.account_id)
    if (known) known.push(row)
    else groups.set(row.record.account_id, [row])
  }
  return [...groups.values()]
}

const ordinary = byAccount(records.filter(({ role }) => role === 'ordinary'))
const campaign = byAccount(members)
const mean = (rows: LabelledRecord[], field: 'input_tokens' | 'output_tokens') =>
  rows.reduce((sum, { record }) => sum + record[field], 0) / rows.length
const hours = (rows: LabelledRecord[]) =>
  new Set(rows.map(({ record }) => Math.floor(Date.parse(record.timestamp) / 3_600_000) % 168)).size

describe('at the hardest setting', () => {
  it.each([
    ['rows', (rows: LabelledRecord[]) => rows.length],
    ['distinct hours of the week', hours],
    ['mean input tokens', (rows: LabelledRecord[]) => mean(rows, 'input_tokens')],
    ['mean output tokens', (rows: LabelledRecord[]) => mean(rows, 'output_tokens')],
  ] as const)('each campaign account keeps its %s between the quartiles of ordinary accounts', (_, measure) => {
    const quartiles = quartilesOf(ordinary.map(measure))
    expect(campaign).toHaveLength(30)
    expect(campaign.map(measure).filter((value) => !isWithin(value, quartiles))).toEqual([])
  })

  it('at least 70 % of what each campaign account sends is cover, and half a per cent of the log is harvest', () => {
    const covers = campaign.map((rows) => rows.filter(({ harvest }) => !harvest).length / rows.length)
    expect(Math.min(...covers)).toBeGreaterThanOrEqual(0.7)
    expect(own.length / records.length).toBeGreaterThan(0.004)
    expect(own.length / records.length).toBeLessThan(0.006)
  })

  it('cover is what customers send: the same applications, in the same wording', () => {
    const systems = new Set(
      records.filter(({ role }) => role === 'ordinary').map(({ record }) => record.system_prompt ?? ''),
    )
    const cover = members.filter(({ harvest }) => !harvest)
    const known = cover.filter(({ record }) => systems.has(record.system_prompt ?? ''))
    expect(known.length / cover.length).toBeGreaterThan(0.95)
  })

  it('each campaign account has one address, that no other campaign account has', () => {
    const addresses = campaign.map((rows) => new Set(rows.map(({ record }) => record.ip)))
    expect(addresses.every(({ size }) => size === 1)).toBe(true)
    expect(new Set(addresses.flatMap((set) => [...set])).size).toBe(campaign.length)
  })

  it('at most three accounts share a payment', () => {
    const holders = new Map<string, number>()
    for (const [first] of campaign) {
      const payment = first?.record.payment_ref ?? ''
      holders.set(payment, (holders.get(payment) ?? 0) + 1)
    }
    expect(Math.max(...holders.values())).toBeLessThanOrEqual(3)
    expect(Math.max(...holders.values())).toBeGreaterThan(1)
  })

  it('no two of its prompts share a run of eight words outside the instruction', () => {
    const seen = new Map<string, number>()
    const shared: string[] = []
    own.forEach(({ record, instruction }, i) => {
      for (const run of runsOf(record.prompt.replace(instruction ?? '', ''))) {
        const before = seen.get(run)
        if (before !== undefined && before !== i) shared.push(run)
        seen.set(run, i)
      }
    })
    expect(own.length).toBeGreaterThan(300)
    expect(shared).toEqual([])
  })

  it('parameters, client, domain and system prompt of a call are not the collector’s own', () => {
    expect(own.filter(({ record }) => record.top_p !== undefined || record.system_prompt !== undefined)).toEqual([])
    const clients = new Set(ordinary.flat().map(({ record }) => record.user_agent.split(' ')[0]))
    expect(own.filter(({ record }) => !clients.has(record.user_agent.split(' ')[0]))).toEqual([])
  })
})
