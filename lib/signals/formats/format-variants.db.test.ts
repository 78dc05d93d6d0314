import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'

const record = (id: string, more: object = {}) => ({
  request_id: id,
  request_created_at: '2026-01-02T03:04:05Z',
  request_body: { model: 'm', messages: [{ role: 'user', content: `Ask ${id}` }] },
  response_body: { choices: [{ message: { content: 'A' } }] },
  request_user_id: 'u',
  ...more,
})
const prompts = ['Ask 1', 'Ask 2']
const records = [record('1'), record('2')]
const bom = '\ufeff'

describe('the same log in other clothes', () => {
  it.each([
    ['lines', records.map((one) => JSON.stringify(one)).join('\n')],
    ['lines with a byte order mark and CRLF', bom + records.map((one) => JSON.stringify(one)).join('\r\n')],
    ['a pretty-printed list', bom + JSON.stringify(records, null, 2)],
    ['pretty-printed documents', records.map((one) => JSON.stringify(one, null, 2)).join('\r\n')],
    ['a wrapped list', JSON.stringify({ error: null, data: records, meta: { data: [1] } }, null, 2)],
    ['pages, one a line', records.map((one) => JSON.stringify({ data: [one] })).join('\n')],
    [
      'pretty-printed pages',
      records.map((one) => JSON.stringify({ next: '"data": [', data: [one] }, null, 1)).join('\n'),
    ],
    ['a list of pages', JSON.stringify(records.map((one) => ({ data: [one], more: true })))],
  ])('%s', async (_, text) => {
    const { format, stored, rejected } = await ingested(text)
    expect(format).toBe('helicone')
    expect(stored.map(({ row_id, prompt }) => [row_id, prompt])).toEqual(
      prompts.map((prompt, index) => [index, prompt]),
    )
    expect(rejected).toBe(0)
  })
})

describe('hostile records', () => {
  it('lose no good row, and are named by reason and place', async () => {
    const good = JSON.stringify(record('1'))
    const lines = [
      good,
      good.replace('"request_id":"1"', '"request_id":"1","request_id":"2"'),
      JSON.stringify(record('3', { request_created_at: 'soon' })),
      good.slice(0, -9),
      JSON.stringify({ error: 'no such page' }),
      JSON.stringify(
        record('4', {
          request_body: 7,
          response_body: [[]],
          request_properties: 'x',
          delay_ms: {},
          response_status: 'ok',
          prompt_tokens: -3,
        }),
      ),
      JSON.stringify(record('5', { request_body: null, response_body: undefined, request_user_id: null })),
      JSON.stringify(
        record('6', {
          request_body: { messages: { role: 'user', content: 'Alone' } },
          'Un"known\\': { deep: [1, null] },
        }),
      ),
    ]
    const { stored, rejects } = await ingested(lines.join('\n'))
    expect(rejects.map(({ position, reason }) => [position, reason])).toEqual([
      [1, 'names the same field twice'],
      [2, 'has a time that is not understood'],
      [3, 'is not valid JSON'],
      [4, 'has neither time, account, prompt nor response'],
    ])
    expect(stored).toMatchObject([
      { row_id: 0, prompt: 'Ask 1' },
      {
        row_id: 5,
        request_id: '4',
        response: null,
        status: null,
        latency_ms: null,
        input_tokens: null,
        account_id: 'u',
      },
      { row_id: 6, prompt: null, response: null, account_id: '' },
      { row_id: 7, prompt: 'Alone' },
    ])
    expect(JSON.parse(String(stored[3]?.extra))).toEqual({ 'Un"known\\': { deep: [1, null] } })
  })

  it('a page that is cut off keeps what came before', async () => {
    const page = JSON.stringify({ data: records }, null, 2)
    const { stored, rejects } = await ingested(page.slice(0, -60))
    expect(stored.map(({ prompt }) => prompt)).toEqual(['Ask 1'])
    expect(rejects).toMatchObject([{ position: 1, reason: 'is not valid JSON' }])
    expect(page.slice(rejects[0]?.byte_offset)).toMatch(/^\{\s+"request_id": "2"/)
  })

  it('a record of our own with lists in it is no page', async () => {
    const own = {
      timestamp: 1767323045,
      account_id: 'a',
      prompt: 'P',
      data: [{ x: 1 }],
      results: [{}],
      resourceSpans: [{}],
    }
    const { format, stored } = await ingested(JSON.stringify(own))
    expect(format).toBe('canonical')
    expect(JSON.parse(String(stored[0]?.extra))).toEqual({ data: [{ x: 1 }], results: [{}], resourceSpans: [{}] })
  })
})
