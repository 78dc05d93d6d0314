import { describe, expect, test } from 'vitest'
import type { SourceRecord } from '@/lib/signals/formats/log-format'
import { pathText } from './field-path'
import { foundFields } from './found-fields'
import { guessMapping } from './guess-mapping'

/** The guess with paths as people write them. */
function guessed(records: SourceRecord[]) {
  const { columns, ...times } = guessMapping(records)
  return { ...Object.fromEntries(Object.entries(columns).map(([name, path]) => [name, pathText(path)])), ...times }
}

const records = (make: (index: number) => SourceRecord) => Array.from({ length: 20 }, (_, index) => make(index))

describe('a guess', () => {
  test('finds nested fields by their names and the unit of an epoch by its size', () => {
    const log = records((index) => ({
      request: { id: `r-${index}`, received_at: 1767323045678 + index, body: { question: `What is ${index}?` } },
      cust: { ref: index % 3, ip: '203.0.113.9' },
      engine: 'm-1',
      usage: { prompt_tokens: 12, completion_tokens: 40 },
      reply: { text: `It is ${index}.` },
      took_ms: 120,
    }))
    expect(guessed(log)).toMatchObject({
      ...{ timestamp: 'request.received_at', notation: 'ms', asksZone: false, request_id: 'request.id' },
      ...{ account_id: 'cust.ref', ip: 'cust.ip', prompt: 'request.body.question', response: 'reply.text' },
      ...{ model: 'engine', input_tokens: 'usage.prompt_tokens', output_tokens: 'usage.completion_tokens' },
    })
  })

  test('takes question and instructions from one list of messages, and the answer from elsewhere', () => {
    const log = records(() => ({
      ts: '2026-01-02T03:04:05Z',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
      choices: [{ message: { content: 'Hello' } }],
    }))
    expect(guessed(log)).toMatchObject({
      ...{ prompt: 'messages', system_prompt: 'messages', response: 'choices[0].message.content', timestamp: 'ts' },
    })
  })

  test('goes by the values where names say nothing', () => {
    const log = records((index) => ({ c1: `2026-01-02 03:04:${10 + index}`, c2: '198.51.100.7', c3: 'gpt-4o-mini' }))
    expect(guessed(log)).toMatchObject({ timestamp: 'c1', ip: 'c2', model: 'c3', asksZone: true })
  })

  test.each([
    ['2026-01-02T03:04:05+01:00', 'iso', false, false],
    ['2026-01-02T03:04:05', 'iso', true, false],
    ['14/03/2026 09:12', 'day-first', true, false],
    ['03/14/2026 09:12', 'month-first', true, false],
    ['03/04/2026 09:12', 'day-first', true, true],
    [1767323045, 's', false, false],
    ['1767323045678901', 'us', false, false],
    ['1767323045678901234', 'ns', false, false],
    ['639029198456789012', 'ticks', false, false],
  ])('of the time %s', (time, notation, asksZone, asksOrder) => {
    expect(guessed([{ time }])).toMatchObject({ timestamp: 'time', notation, asksZone, asksOrder })
  })

  test('takes names for names, whatever they are', () => {
    const log = [
      JSON.parse('{"__proto__":{"constructor":{"prompt":"Hi"}},"a\'b":1,"":2,"toString":"x"}') as SourceRecord,
    ]
    expect(foundFields(log).map(({ path }) => pathText(path))).toEqual([
      ...['__proto__', '__proto__.constructor', '__proto__.constructor.prompt', '["a\'b"]', 'toString'],
    ])
    expect(guessed(log)).toMatchObject({ prompt: '__proto__.constructor.prompt' })
    expect(foundFields([{ ['k'.repeat(257)]: 1 }])).toEqual([])
  })
})
