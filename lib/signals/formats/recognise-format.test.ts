import { expect, test } from 'vitest'
import { recogniseFormat } from './recognise-format'

const request = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] }
const choices = [{ index: 0, message: { role: 'assistant', content: 'Hi' } }]

test('a pair is OpenAI’s by its choices, an error, or a response that is missing', () => {
  const responses = [{ choices }, JSON.stringify({ choices }), { error: { message: 'no' } }, null, '', {}]
  for (const response of responses) expect(recogniseFormat([{ request, response }]).id).toBe('openai-chat')
})

test('a pair is Anthropic’s by its message, the events of one, or its kind of error', () => {
  const message = { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hi' }] }
  const responses = [
    message,
    JSON.stringify(message),
    [{ type: 'message_start', message }],
    { type: 'error', error: {} },
  ]
  for (const response of responses) expect(recogniseFormat([{ request, response }]).id).toBe('anthropic-messages')
})

test('a pair whose answer would be lost is not read as anybody’s', () => {
  const response = { said: 'Hi' }
  for (const given of [response, JSON.stringify(response)])
    expect(() => recogniseFormat([{ request, response: given }])).toThrow(
      /first record has the fields request, response/,
    )
})

test('what is no log is named by its fields, without what hides in them', () => {
  expect(() => recogniseFormat([{ 'metric\u202eSpans': [], a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }])).toThrow(
    /fields metricSpans, a, b, c, d, e and others\. Logs that are read: OpenAI/,
  )
  expect(() => recogniseFormat([])).toThrow(/No usage records were found in this file\. Logs that are read/)
})

test('a log that names its accounts by a word of its own is not taken for our fields', () => {
  const said = { timestamp: '2026-01-01T00:00:00Z', prompt: 'Hello', response: 'Hi' }
  expect(recogniseFormat([said]).id).toBe('canonical')
  expect(recogniseFormat([{ ...said, account_id: 'a-1', region: 'eu' }]).id).toBe('canonical')
  expect(() => recogniseFormat([{ ...said, tenant: 'a-1' }])).toThrow(/No usage records were found/)
})
