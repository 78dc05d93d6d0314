import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalColumns } from '@/lib/signals/canonical-row'
import { generateLog, generateRecords, labelsOf } from './generate-log'
import type { LogOptions } from './log/plan'

const small: LogOptions = { rows: 6000, accounts: 200, seed: 7, campaign: 20 }

async function textOf(options: LogOptions): Promise<string> {
  let text = ''
  for await (const chunk of generateLog(options)) text += chunk
  return text
}

describe('the same options', () => {
  it('give the same bytes', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await textOf(small))
        .digest('hex')
    expect(await hash()).toBe(await hash())
  })

  it('with another seed give another log', async () => {
    expect(await textOf({ ...small, seed: 8 })).not.toBe(await textOf(small))
  })

  it('with other identifiers give the same texts, times and attributes', () => {
    const first = [...generateRecords(small)]
    const second = [...generateRecords({ ...small, idSeed: 99 })]
    const bare = ({
      record: { timestamp, prompt, response, ip, model, status, user_agent },
    }: (typeof first)[number]) => [timestamp, prompt, response, ip, model, status, user_agent]
    expect(second.map(bare)).toEqual(first.map(bare))
    expect(second[0]?.record.account_id).not.toBe(first[0]?.record.account_id)
  })
})

describe('a generated log', () => {
  const records = [...generateRecords(small)]

  it('has exactly as many rows and accounts as were asked for, in order of time', () => {
    expect(records).toHaveLength(small.rows)
    expect(new Set(records.map(({ record }) => record.account_id)).size).toBe(small.accounts)
    const times = records.map(({ record }) => record.timestamp)
    expect(times).toEqual([...times].sort())
  })

  it('has canonical fields alone, each of its kind, and is marked as synthetic outside the text', () => {
    const known = new Set([...Object.keys(canonicalColumns), 'history'])
    const wrong = records.filter(({ record }) => {
      const text = record.prompt + (record.response ?? '')
      return (
        Object.keys(record).some((name) => !known.has(name)) ||
        record.prompt === '' ||
        /\{[a-z=~#]|synthetic/.test(text) ||
        (record.response === undefined) !== (record.status !== 200) ||
        !Number.isInteger(record.input_tokens + record.output_tokens) ||
        !record.request_id.startsWith('syn-') ||
        Date.parse(record.account_created_at) > Date.parse(record.timestamp)
      )
    })
    expect(wrong).toEqual([])
  })

  it('labels each account once, and the campaign as large as asked', () => {
    const labels = labelsOf(small)
    expect(labels).toHaveLength(small.accounts)
    expect(labels.filter((label) => label.campaign)).toHaveLength(20)
    const ids = new Set(labels.map((label) => label.account_id))
    expect(records.every(({ record }) => ids.has(record.account_id))).toBe(true)
  })

  it('shares a payment among at most three campaign accounts', () => {
    const holders = new Map<string, Set<string>>()
    for (const { record, role } of records) {
      if (role !== 'campaign' || !record.payment_ref) continue
      holders.set(record.payment_ref, (holders.get(record.payment_ref) ?? new Set()).add(record.account_id))
    }
    const sizes = [...holders.values()].map((accounts) => accounts.size)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3)
    expect(Math.max(...sizes)).toBeGreaterThan(1)
  })

  it('sends what an earlier call of the campaign returned', () => {
    const returned = new Set(records.filter(({ family }) => family === 'evolve').map(({ record }) => record.response))
    const sentOn = records.filter(({ family }) => family === 'evolved')
    expect(sentOn.length).toBeGreaterThan(10)
    expect(sentOn.every(({ record }) => returned.has(record.prompt))).toBe(true)
  })

  it('hands over to another account when one is throttled', () => {
    const calls = records.filter(({ harvest }) => harvest)
    const refused = calls
      .map((call, i) => [call, calls[i + 1]] as const)
      .filter(([call, next]) => call.record.status === 429 && next)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every(([call, next]) => next?.record.account_id !== call.record.account_id)).toBe(true)
  })
})

describe('the distribution', () => {
  const records = [...generateRecords({ rows: 30_000, accounts: 600, seed: 3 })]
  const customers = records.filter(({ role }) => role === 'ordinary')

  it('is heavy-tailed over accounts: a tenth of them sends more than a third', () => {
    const counts = new Map<string, number>()
    for (const { record } of customers) counts.set(record.account_id, (counts.get(record.account_id) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const top = sorted.slice(0, Math.ceil(sorted.length / 10)).reduce((sum, count) => sum + count, 0)
    expect(top / customers.length).toBeGreaterThan(1 / 3)
  })

  it('follows day and week for customers and the clock for a careless campaign', () => {
    const share = (list: typeof records, test: (date: Date) => boolean) =>
      list.filter(({ record }) => test(new Date(record.timestamp))).length / list.length
    const weekend = (date: Date) => date.getUTCDay() % 6 === 0
    expect(share(customers, weekend)).toBeLessThan(0.25)
    const careless = [...generateRecords({ rows: 20_000, accounts: 400, seed: 3, difficulty: 0 })]
    const calls = careless.filter(({ harvest }) => harvest)
    const hourly = Array.from({ length: 24 }, (_, hour) => share(calls, (date) => date.getUTCHours() === hour))
    expect(Math.min(...hourly)).toBeGreaterThan(0.02)
  })

  it('has prompts of log-normal length: the mean well above the median', () => {
    const lengths = customers.map(({ record }) => record.prompt.length).sort((a, b) => a - b)
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(mean).toBeGreaterThan(1.1 * (lengths[Math.floor(lengths.length / 2)] ?? 0))
  })

  it('lets the campaign shrink and hide as difficulty grows', () => {
    const harvested = (difficulty: number) =>
      [...generateRecords({ rows: 10_000, accounts: 400, seed: 3, difficulty })].filter(({ harvest }) => harvest).length
    expect(harvested(0)).toBeGreaterThan(3 * harvested(1))
  })
})

it('refuses a log that cannot hold its accounts', () => {
  expect(() => labelsOf({ rows: 100, accounts: 200, seed: 1 })).toThrow(/raise --rows/)
})

it.each(['litellm', 'openai-chat'] as const)('writes %s lines with the same prompts', async (format) => {
  const lines = (await textOf({ ...small, format })).trimEnd().split('\n')
  const prompts = [...generateRecords(small)].map(({ record }) => record.prompt)
  const promptOf = (line: string) => {
    const parsed = JSON.parse(line)
    return (parsed.messages ?? parsed.request.messages).at(-1).content
  }
  expect(lines.map(promptOf)).toEqual(prompts)
})
