import { describe, expect, it } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { analyseLogs } from './analyse-logs'
import { ingested } from './ingest/ingested'

const day = 86_400
const start = 1_767_225_600

/** One bucket of OpenAI's usage report. */
const bucket = (at: number, seconds: number, results: object[]) =>
  JSON.stringify({ object: 'bucket', start_time: at, end_time: at + seconds, results })
const sum = (project_id: string, num_model_requests: number, output_tokens: number, more: object = {}) => ({
  object: 'organization.usage.completions.result',
  project_id,
  num_model_requests,
  output_tokens,
  input_tokens: 1,
  ...more,
})

async function analysed(logs: Record<string, string>) {
  const datasets = []
  for (const [file, text] of Object.entries(logs)) {
    const { parquetPath: path, format, sha256, rows, rejected } = await ingested(text)
    datasets.push({ path, file, format, sha256, rows, rejected })
  }
  const analysis = await analyseLogs({ engine: batchEngine(), datasets })
  const signal = (id: string) => analysis.signals.find((one) => one.id === id)
  const cell = (account: string, id: 'volume' | 'rhythm' | 'templates') =>
    analysis.ranked.find((one) => one.account === account)?.signals[id]
  return { ...analysis, signal, cell }
}

describe('a usage report', () => {
  it('carries amounts a day, and says of all else why not', async () => {
    const report = [
      bucket(start, day, [sum('a', 30, 3_000), sum('a', 10, 1_000, { model: 'n' }), sum('b', 1, 5)]),
      bucket(start + day, day, [sum('a', 20, 2_000), sum('b', 0, 0)]),
    ]
    const found = await analysed({ report: report.join('\n') })
    expect(found).toMatchObject({ rows: 5, accounts: 2 })
    expect(found.cell('a', 'volume')).toMatchObject({
      value: 30,
      measures: { requests: 60, active_days: 2, output_tokens_per_day: 3_000, peak_minute: null },
    })
    expect(found.cell('b', 'volume')).toMatchObject({ value: 1, measures: { active_days: 1 } })
    expect(found.signal('rhythm')?.why).toMatch(/sums of more than an hour/)
    const others = found.signals.filter(({ id }) => !['volume', 'rhythm', 'linked-accounts'].includes(id))
    for (const { computable, why } of others)
      expect([computable, why]).toEqual([false, expect.stringMatching(/usage report/)])
  })

  it('by the hour also tells the hours', async () => {
    const report = Array.from({ length: 24 }, (_, hour) => bucket(start + hour * 3_600, 3_600, [sum('a', 2, 10)]))
    const found = await analysed({ report: report.join('\n') })
    expect(found.cell('a', 'rhythm')).toMatchObject({
      value: expect.closeTo(24 / 168, 9),
      measures: { requests: 48, rayleigh_r: expect.closeTo(0, 6), longest_pause_hours: null },
    })
  })

  it('that counts no requests gives tokens, and says so', async () => {
    const results = [{ uncached_input_tokens: 5, output_tokens: 70, workspace_id: 'w' }]
    const report = { data: [{ starting_at: '2026-01-01T00:00:00Z', ending_at: '2026-01-02T00:00:00Z', results }] }
    const found = await analysed({ report: JSON.stringify(report, null, 2) })
    expect(found.cell('w', 'volume')).toMatchObject({
      value: null,
      why: 'The report counts tokens and not requests.',
      measures: { requests: null, output_tokens_per_day: 70 },
    })
  })

  it('is not added to the requests of an account that has a log', async () => {
    const log = JSON.stringify({ timestamp: '2026-01-01T00:00:00Z', account_id: 'a', prompt: 'Hello' })
    const report = bucket(start, day, [sum('a', 500, 1), sum('b', 7, 1)])
    const found = await analysed({ log, report })
    expect(found.cell('a', 'volume')).toMatchObject({ value: 1, measures: { requests: 1 } })
    expect(found.cell('b', 'volume')).toMatchObject({ value: 7 })
    expect(found.signal('templates')?.computable).toBe(true)
  })
})

describe('an audit log', () => {
  const event = (user: string, ip_address: string, at: number) =>
    JSON.stringify({
      id: `e${at}`,
      type: 'login.succeeded',
      effective_at: start + at,
      actor: { type: 'session', session: { user: { id: user }, ip_address, user_agent: 'b' } },
    })

  it('is never counted as requests', async () => {
    const found = await analysed({ audit: [event('u', '192.0.2.1', 1), event('v', '192.0.2.2', 2)].join('\n') })
    expect(found).toMatchObject({ rows: 2, accounts: 2 })
    expect(found.signal('volume')).toMatchObject({
      computable: false,
      why: 'The log has events and no requests to a model.',
    })
    expect(found.signal('linked-accounts')?.computable).toBe(true)
  })

  it('adds its addresses to the accounts of a log', async () => {
    const log = ['u', 'v'].map((account_id, index) =>
      JSON.stringify({ timestamp: start + index, account_id, prompt: `Say ${account_id}` }),
    )
    const audit = [event('u', '192.0.2.1', 1), event('v', '192.0.2.2', 2)]
    const found = await analysed({ log: log.join('\n'), audit: audit.join('\n') })
    expect(found.cell('u', 'volume')).toMatchObject({ measures: { requests: 1 } })
    expect(found.signal('linked-accounts')?.computable).toBe(true)
  })
})
