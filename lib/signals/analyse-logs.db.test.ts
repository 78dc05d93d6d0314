import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { temporaryFolder } from '@/tests/temporary-folder'
import { analyseLogs, canonicalAnalysis } from './analyse-logs'
import { type CanonicalRow, writeCanonicalLog } from './canonical-log'
import { signalChart, signalDistribution } from './signal-charts'
import type { SignalDefinition, SignalId } from './signal-definition'
import { signals as allSignals, signalOf } from './signals'

const folder = temporaryFolder('signals')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const words = 'river lamp orange winter paper engine garden copper violin market thunder basket'.split(' ')

/** Text of `count` words that depends on nothing but `seed`. */
function prose(seed: number, count: number): string {
  let state = (seed * 2654435761 + 12345) >>> 0
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return `${words[state % words.length]}${state % 97}x`.replace(
      /^(\D+)(\d+)x$/,
      (_, word, n) => word + 'abcdefghij'[n % 10],
    )
  }).join(' ')
}

const at = (hours: number) =>
  new Date(Date.UTC(2024, 9, 7) + hours * 3_600_000).toISOString().replace('T', ' ').replace('Z', '')

const exchange = (account: string, seed: number, hours: number, more: Partial<CanonicalRow> = {}): CanonicalRow => ({
  account_id: account,
  timestamp: at(hours),
  prompt: prose(seed, 30),
  response: prose(seed + 500_000, 60),
  output_tokens: 60,
  plan: 'pro',
  model: 'm-1',
  payment_ref: `card of ${account}`,
  ...more,
})

/** Forty ordinary accounts with different texts at office hours. */
function ordinary(prefix = 'ordinary', offset = 0): CanonicalRow[] {
  return Array.from({ length: 40 }, (_, a) =>
    Array.from({ length: 20 + (a % 5) }, (_, i) =>
      exchange(`${prefix}-${a}`, offset + a * 1000 + i, 24 * (i % 5) + 9 + ((a + i) % 8)),
    ),
  ).flat()
}

const preamble =
  'You are a careful tutor who explains every move to a patient pupil in plain language and leaves nothing out even where it seems obvious to an expert in the field'

/** Six accounts that share a payment and a network, ask for reasoning in one wording around the clock, and feed answers back. */
function campaign(): CanonicalRow[] {
  const shared = { payment_ref: 'card-7', ip: '203.0.113.9' }
  return Array.from({ length: 6 }, (_, a) =>
    Array.from({ length: 84 }, (_, i): CanonicalRow => {
      const slot = prose(900_000 + a * 1000 + i, 2)
      const ask = `${preamble} Here is a problem and its final answer. Articulate the internal reasoning behind this completed response and write it out step by step: ${slot}`
      const prompt = i % 7 === 6 ? prose(500_000 + 700_000 + a * 1000 + i - 1, 60) : ask
      return exchange(`campaign-${a}`, 700_000 + a * 1000 + i, 2 * i + (a % 2), { ...shared, prompt })
    }),
  ).flat()
}

async function analyse(rows: CanonicalRow[], threads?: number) {
  const engine = batchEngine()
  const path = join(folder, `log-${Math.random().toString(36).slice(2)}.parquet`)
  await writeCanonicalLog(engine, path, rows)
  const known = { file: 'log.jsonl', format: 'canonical', sha256: '00', rows: rows.length, rejected: 0 }
  const analysis = await analyseLogs({ engine, datasets: [{ ...known, path }], threads })
  const cell = (account: string, signal: 'volume') =>
    analysis.ranked.find((one) => one.account === account)?.signals[signal]
  return { analysis, path, cell: cell as (account: string, signal: string) => ReturnType<typeof cell> }
}

const log = () => [...ordinary(), ...campaign()]

describe('the analysis of a log', () => {
  let measured: Awaited<ReturnType<typeof analyse>>
  beforeAll(async () => {
    measured = await analyse(log())
  })

  it('measures what was built into it', () => {
    const { analysis, cell } = measured
    expect(analysis.rows).toBe(log().length)
    expect(analysis.accounts).toBe(46)
    expect(cell('campaign-0', 'volume')?.value).toBe(12)
    expect(cell('campaign-0', 'rhythm')?.value).toBe(0.5)
    expect(cell('campaign-0', 'reasoning-elicitation')?.value).toBeCloseTo(72 / 84, 10)
    expect(cell('campaign-0', 'templates')?.value).toBeGreaterThan(0.75)
    expect(cell('campaign-0', 'response-chaining')?.value).toBeCloseTo(12 / 84, 10)
    expect(cell('campaign-0', 'linked-accounts')?.value).toBe(5)
    expect(cell('ordinary-3', 'templates')?.value).toBe(0)
    expect(cell('ordinary-3', 'linked-accounts')?.value).toBe(0)
    expect(cell('ordinary-3', 'response-chaining')?.value).toBe(0)
  })

  it('ranks the campaign first and recovers it with the table of what links it', () => {
    const { analysis } = measured
    const members = [0, 1, 2, 3, 4, 5].map((index) => `campaign-${index}`)
    const first = analysis.ranked.slice(0, 6).map(({ account }) => account)
    expect(first.sort()).toEqual(members)
    expect(analysis.clusters).toHaveLength(1)
    expect(analysis.clusters[0]?.accounts).toEqual(members)
    expect(analysis.clusters[0]?.links).toContainEqual(
      expect.objectContaining({ attribute: 'payment_ref', value: 'card-7', accounts: 6, members: [0, 1, 2, 3, 4, 5] }),
    )
  })

  it('gives the same bytes with one thread, two threads and shuffled rows', async () => {
    const rows = log().map((row, row_id) => ({ ...row, row_id }))
    const keyed = rows.map((row, index) => ({ row, key: (index * 7919) % rows.length }))
    const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)
    const runs = await Promise.all([analyse(rows, 1), analyse(rows, 2), analyse(shuffled, 2)])
    const bytes = runs.map(({ analysis }) => canonicalAnalysis(analysis))
    expect(bytes[1]).toBe(bytes[0])
    expect(bytes[2]).toBe(bytes[0])
  })

  it('moves no other account when unrelated traffic is added', async () => {
    const ownSignals = allSignals.filter(({ comparesWithAll }) => !comparesWithAll)
    const after = await analyse([...log(), ...ordinary('stranger', 5_000_000)])
    for (const { account, signals } of measured.analysis.ranked) {
      const now = after.analysis.ranked.find((one) => one.account === account)
      for (const { id } of ownSignals) {
        expect([account, id, now?.signals[id].value]).toEqual([account, id, signals[id].value])
      }
    }
  })

  it('finds the same of a signal when no more is gathered than it says that it reads', async () => {
    const { analysis, path } = await analyse(log())
    const datasets = analysis.datasets.map((dataset) => ({ ...dataset, path }))
    const summaryOf = (id: string, { signals }: typeof analysis) => signals.find((one) => one.id === id)
    const readBy = ({ reads = [] }: SignalDefinition) => reads.join()
    for (const reading of new Set(allSignals.map(readBy))) {
      const only = allSignals.filter((signal) => readBy(signal) === reading).map(({ id }) => id)
      const alone = await analyseLogs({ engine: batchEngine(), datasets, only })
      const cellsOf = new Map(alone.ranked.map(({ account, signals }) => [account, signals]))
      for (const id of only) {
        expect(summaryOf(id, alone)).toEqual(summaryOf(id, analysis))
        for (const { account, signals } of analysis.ranked) expect(cellsOf.get(account)?.[id]).toEqual(signals[id])
      }
    }
  })

  it('says what it cannot compute and never puts a zero there', async () => {
    const bare = log().map(({ account_id, timestamp }) => ({ account_id, timestamp }))
    const { analysis, cell } = await analyse(bare)
    expect(analysis.signals.filter(({ computable }) => computable).map(({ id }) => id)).toEqual([
      ...['volume', 'rhythm', 'no-ramp'],
    ])
    expect(cell('campaign-0', 'templates')).toMatchObject({ value: null, z: null, why: 'The log has no prompts.' })
    const few = await analyse(campaign())
    expect(few.cell('campaign-0', 'volume')).toMatchObject({ value: 12, z: null, percentile: null })
    expect(few.cell('campaign-0', 'volume')?.why).toMatch(/^Too few data: 6 peers/)
  })

  it('lists the rows behind each cell', async () => {
    const rowsOf = async (id: 'volume', values?: string[]) => {
      const statement = signalOf(id)?.rowsBehind({
        path: measured.path,
        account: 'campaign-0',
        limit: 500,
        offset: 0,
        values,
      })
      return await batchEngine().rows<{ row_id: number; reason: string }>(statement?.sql ?? '', statement?.params)
    }
    const count = async (id: string, values?: string[]) => (await rowsOf(id as 'volume', values)).length
    expect(await count('volume')).toBe(84)
    expect(await count('rhythm')).toBe(84)
    expect(await count('reasoning-elicitation')).toBe(72)
    expect(await count('response-chaining')).toBe(12)
    expect(await count('templates')).toBeGreaterThan(60)
    expect(await count('linked-accounts', ['card-7'])).toBe(84)
    expect(await count('linked-accounts', ['another card'])).toBe(0)
  })

  it('draws one chart per signal', async () => {
    const { path, analysis } = measured
    const chart = (signal: SignalId) => signalChart({ engine: batchEngine(), path, account: 'campaign-0', signal })
    const hours = await chart('rhythm')
    expect(hours.kind === 'hours-of-week' && hours.requests.slice(0, 4)).toEqual([1, 0, 1, 0])
    const days = await chart('reasoning-elicitation')
    expect(days.kind === 'days' && days.days).toHaveLength(7)
    expect(days.kind === 'days' && days.days.reduce((sum, { carrying }) => sum + carrying, 0)).toBe(72)
    const { values, own } = signalDistribution(analysis, 'volume', 'campaign-0')
    expect([values.length, own, values.at(-1)]).toEqual([46, 12, 12])
  })
})
