import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { extraOf, lines } from '@/tests/log-samples/chat-exchange'

describe('Anthropic', () => {
  const request = {
    model: 'c',
    max_tokens: 10,
    temperature: 0.1,
    system: [{ type: 'text', text: 'Rules' }],
    metadata: { user_id: 'u' },
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'One' },
          { type: 'text', text: 'Two' },
        ],
      },
    ],
  }
  const response = {
    id: 'msg',
    type: 'message',
    role: 'assistant',
    model: 'c-1',
    content: [
      { type: 'thinking', thinking: 'Hm.' },
      { type: 'text', text: 'Yes.' },
    ],
    stop_reason: 'end_turn',
    usage: { input_tokens: 1, cache_creation_input_tokens: 20, cache_read_input_tokens: 300, output_tokens: 4 },
  }

  it('messages: all input counts, thinking is kept beside the answer', async () => {
    const headers = { 'Request-Id': 'req', 'anthropic-organization-id': 'o', date: 'Fri, 02 Jan 2026 03:04:05 GMT' }
    const failed = { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } }
    const { format, stored } = await ingested(
      lines({ request, response, response_headers: headers }, { request, response: failed }),
    )
    expect(format).toBe('anthropic-messages')
    expect(stored).toMatchObject([
      {
        timestamp: '2026-01-02 03:04:05.000',
        request_id: 'req',
        org_id: 'o',
        account_id: 'o',
        user_id: 'u',
        model: 'c-1',
        system_prompt: 'Rules',
        prompt: 'One\nTwo',
        response: 'Yes.',
        input_tokens: 321,
        cached_tokens: 300,
        output_tokens: 4,
        finish_reason: 'end_turn',
        temperature: 0.1,
        max_tokens: 10,
      },
      { account_id: 'u', response: null, status: 429, finish_reason: 'rate_limit_error' },
    ])
    expect(extraOf(stored[0])).toEqual({ thinking: 'Hm.' })
  })

  it('usage reports', async () => {
    const result = {
      uncached_input_tokens: 1,
      cache_read_input_tokens: 20,
      cache_creation: { ephemeral_1h_input_tokens: 300, ephemeral_5m_input_tokens: 4000 },
      output_tokens: 5,
      workspace_id: 'w',
      account_id: 'a',
      api_key_id: 'k',
      model: 'c',
    }
    const { format, stored } = await ingested(
      JSON.stringify({
        data: [{ starting_at: '2026-01-01T00:00:00Z', ending_at: '2026-01-01T01:00:00Z', results: [result] }],
        has_more: true,
      }),
    )
    expect(format).toBe('anthropic-usage')
    expect(stored).toMatchObject([
      {
        timestamp: '2026-01-01 00:00:00.000',
        org_id: 'w',
        account_id: 'w',
        user_id: 'a',
        api_key_id: 'k',
        input_tokens: 4321,
        cached_tokens: 20,
        output_tokens: 5,
      },
    ])
    expect(extraOf(stored[0]).sum).toEqual({ requests: null, until: 1767229200000 })
  })
})
