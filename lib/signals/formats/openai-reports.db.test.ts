import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { extraOf, lines } from '@/tests/log-samples/chat-exchange'

const turns = [
  { role: 'user', content: 'First' },
  { role: 'assistant', content: 'Reply' },
  { role: 'user', content: 'Second' },
]

describe('OpenAI', () => {
  it('lists of stored completions', async () => {
    const stored = {
      object: 'chat.completion',
      id: 'c',
      request_id: 'r',
      model: 'm',
      created: 1767323045,
      input_user: 'u',
      temperature: 0,
      top_p: 0.5,
      usage: { prompt_tokens: 3, completion_tokens: 4 },
      choices: [{ message: { content: 'A' }, finish_reason: 'stop' }],
      seed: 4944116822809979520n,
    }
    const text = JSON.stringify(
      { object: 'list', data: [stored, { ...stored, messages: turns, request_id: null }], has_more: false },
      (_, value) => (typeof value === 'bigint' ? Number(value) : value),
      2,
    )
    const { format, stored: rows } = await ingested(text)
    expect(format).toBe('openai-stored-completions')
    expect(rows).toMatchObject([
      {
        timestamp: '2026-01-02 03:04:05.000',
        request_id: 'r',
        account_id: 'u',
        user_id: 'u',
        model: 'm',
        prompt: null,
        response: 'A',
        input_tokens: 3,
        output_tokens: 4,
        finish_reason: 'stop',
        temperature: 0,
        top_p: 0.5,
      },
      { request_id: 'c', prompt: 'Second' },
    ])
    expect(extraOf(rows[1]).messages).toEqual(turns)
  })

  it('usage reports, one row a sum', async () => {
    const sum = {
      object: 'organization.usage.completions.result',
      input_tokens: 10,
      input_cached_tokens: 4,
      output_tokens: 5,
      num_model_requests: 2,
      project_id: 'p',
      user_id: 'u',
      api_key_id: 'k',
      model: 'm',
      batch: false,
    }
    const bucket = {
      object: 'bucket',
      start_time: 1767225600,
      results: [sum, { ...sum, model: 'n' }],
      end_time: 1767229200,
    }
    for (const text of [
      JSON.stringify({ object: 'page', data: [bucket], next_page: null }, null, 1),
      lines(bucket),
      lines({ data: [bucket] }, { data: [] }),
      JSON.stringify([bucket]),
    ]) {
      const { format, stored } = await ingested(text)
      expect(format).toBe('openai-usage')
      expect(stored).toMatchObject([
        {
          row_id: 0,
          timestamp: '2026-01-01 00:00:00.000',
          org_id: 'p',
          account_id: 'p',
          user_id: 'u',
          api_key_id: 'k',
          model: 'm',
          input_tokens: 10,
          cached_tokens: 4,
          output_tokens: 5,
        },
        { row_id: 1, model: 'n' },
      ])
      expect(extraOf(stored[0])).toMatchObject({ sum: { requests: 2, until: 1767229200000 }, result: { batch: false } })
    }
  })

  it('usage reports as Elastic keeps them', async () => {
    const document = {
      '@timestamp': '2026-01-01T00:00:00Z',
      openai: {
        base: {
          start_time: '2026-01-01T00:00:00Z',
          end_time: '2026-01-02T00:00:00Z',
          num_model_requests: 7,
          project_id: 'p',
          model: 'm',
        },
        completions: { input_tokens: 1, output_tokens: 2 },
      },
    }
    const { format, stored } = await ingested(lines(document, { _index: 'i', _source: document }))
    expect(format).toBe('elastic-openai-usage')
    for (const row of stored) {
      expect(row).toMatchObject({
        timestamp: '2026-01-01 00:00:00.000',
        account_id: 'p',
        model: 'm',
        input_tokens: 1,
        output_tokens: 2,
      })
      expect(extraOf(row).sum).toEqual({ requests: 7, until: 1767312000000 })
    }
  })
})
