import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import type { LogMapping } from '@/lib/signals/mapping/log-mapping'
import { mappedFormat } from './mapped-format'

const iso = { notation: 'iso', zone: null } as const

function read(records: readonly (object | string)[], columns: LogMapping['columns'], time: LogMapping['time'] = iso) {
  const text = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n')
  return ingested(text, { format: mappedFormat({ columns, time }) })
}

const record = {
  when: '2026-01-02T03:04:05.678Z',
  who: { tenant: 'acct-1', mail: 'a@Example.test', from: '203.0.113.9:4432' },
  call: JSON.stringify({ usage: { in: '12', out: 'many' } }),
  chat: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Say hi' },
  ],
  answers: [{ text: 'no' }, { text: 'Hi' }],
  'a.b': 'm-1',
  rest: [1, null],
}

describe('a log that is read by a mapping', () => {
  it('takes values from nested fields, lists, and JSON inside text, and keeps what it was not asked for', async () => {
    const made = await read([record], {
      timestamp: ['when'],
      account_id: ['who', 'tenant'],
      email_domain: ['who', 'mail'],
      ip: ['who', 'from'],
      input_tokens: ['call', 'usage', 'in'],
      output_tokens: ['call', 'usage', 'out'],
      system_prompt: ['chat'],
      prompt: ['chat'],
      response: ['answers', -1, 'text'],
      model: ['a.b'],
    })
    expect(made).toMatchObject({ rows: 1, rejected: 0, format: 'mapping' })
    const { extra, ...row } = made.stored[0] ?? {}
    expect(row).toMatchObject({
      ...{
        timestamp: '2026-01-02 03:04:05.678',
        account_id: 'acct-1',
        email_domain: 'example.test',
        ip: '203.0.113.9',
      },
      ...{
        input_tokens: 12,
        output_tokens: null,
        system_prompt: 'Be brief.',
        prompt: 'Say hi',
        response: 'Hi',
        model: 'm-1',
      },
    })
    const { who, call, answers, rest } = record
    expect(JSON.parse(String(extra))).toEqual({ output_tokens: 'many', who, call, answers, rest })
  })

  it('refuses by place and reason what is no record of it', async () => {
    const made = await read([record, '{"when":"tomorrow","who":{}}', '{"other":1}', '{"when":', '[1]'], {
      timestamp: ['when'],
      account_id: ['who', 'tenant'],
    })
    expect(made.rejects.map(({ position, reason }) => [position, reason])).toEqual([
      [1, 'has a time that is not understood'],
      [2, 'has neither time, account, prompt nor response'],
      [3, 'is not valid JSON'],
      [4, 'is not a JSON object'],
    ])
  })

  /** One text column after the other takes the value under one name within itself; several records in one reading. */
  async function readUnder(names: readonly string[], value: string) {
    const columns = Object.fromEntries(names.map((name, index) => [textColumns[index], [name, name]]))
    const fields = names.map((name) => `${JSON.stringify(name)}:{${JSON.stringify(name)}:${JSON.stringify(value)}}`)
    const made = await read([`{${fields.join(',')}}`], columns)
    return names.map((_, index) => made.stored[0]?.[textColumns[index] as string])
  }

  it('takes any name for what it is and no more', async () => {
    const names = [
      ...["'", "''", '\\', "\\'", '`', '"', '--', '/*', "'); DROP TABLE x; --", '{first:UInt64}', '{field_0:String}'],
      ...[
        '__proto__',
        'constructor',
        'a.b',
        '日本語',
        '\u202e',
        '😀',
        'tab\there',
        'line\nbreak',
        '\u0000',
        ' ',
        '%27',
      ],
      ...['\\x41', 'k'.repeat(256)],
    ]
    for (const some of [names.slice(0, 12), names.slice(12)]) {
      const value = 'it\'s \\ " me'
      expect(await readUnder(some, value)).toEqual(some.map(() => value))
    }
  })

  it('finds the value under whatever name it was given', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12 })
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `=${text}`)
    await fc.assert(
      fc.asyncProperty(names, value, async (chosen, text) => {
        expect(await readUnder(chosen, text)).toEqual(chosen.map(() => text))
      }),
      { numRuns: 8 },
    )
  })

  it('reads times as it was told, and none that do not say their zone', async () => {
    const kathmandu = 'Asia/Kathmandu'
    const told: [LogMapping['time'], Record<string, string | null>][] = [
      [
        { notation: 's', zone: null },
        { '1767323045.5': '03:04:05.500', '1': '00:00:01.000', '2026-01-02': null },
      ],
      [{ notation: 'us', zone: null }, { '1767323045678901': '03:04:05.678' }],
      [{ notation: 'ticks', zone: null }, { '639029198456789012': '03:04:05.678' }],
      [iso, { '2026-01-02T03:04:05Z': '03:04:05.000', '2026-01-02T03:04:05': null, '2026-01-02': null }],
      [
        { notation: 'iso', zone: kathmandu },
        { '2026-01-02 08:49:05': '03:04:05.000', '2026-01-02T03:04:05Z': '03:04:05.000' },
      ],
      [
        { notation: 'day-first', zone: 'UTC' },
        { '2/1/2026 03:04': '03:04:00.000', '13/13/2026': null, '30/2/2026 01:00': null },
      ],
      [
        { notation: 'month-first', zone: 'UTC' },
        { '1/2/2026, 3:04:05 PM': '15:04:05.000', '01/02/2026 03:04:05 +01:00': '02:04:05.000' },
      ],
      [{ notation: 'month-first', zone: null }, { '1/2/2026 03:04': null }],
    ]
    for (const [time, values] of told) {
      const lines = Object.keys(values).map((when) => ({ when, who: 'a' }))
      const made = await read(lines, { timestamp: ['when'], account_id: ['who'] }, time)
      const clocks = new Map(made.stored.map((row) => [Number(row.row_id), String(row.timestamp).split(' ')[1]]))
      expect([time, ...lines.map((_, index) => clocks.get(index) ?? null)]).toEqual([time, ...Object.values(values)])
    }
  })
})

const textColumns = [
  ...['account_id', 'request_id', 'session_id', 'org_id', 'user_id', 'api_key_id', 'asn', 'country', 'user_agent'],
  ...['model', 'finish_reason', 'plan', 'payment_ref'],
]
