import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { at, chat, extraOf, reply, stored } from '@/tests/log-samples/chat-exchange'

describe('Helicone', () => {
  it('Helicone', async () => {
    const record = {
      request_id: 'q',
      request_created_at: at,
      response_created_at: '2026-01-02T03:04:06Z',
      request_body: chat,
      response_body: reply,
      response_status: 200,
      request_model: 'm',
      response_model: 'm-1',
      request_user_id: 'u',
      request_properties: { 'Helicone-Session-Id': 's', plan: 'x' },
      delay_ms: 7,
      prompt_tokens: null,
      completion_tokens: 4,
      country_code: 'US',
      cost: 1,
    }
    const { format, stored: rows } = await ingested(JSON.stringify({ data: [record], error: null }))
    expect(format).toBe('helicone')
    expect(rows).toMatchObject([
      {
        timestamp: stored,
        request_id: 'q',
        session_id: 's',
        account_id: 'u',
        country: 'US',
        model: 'm-1',
        prompt: 'Q',
        response: 'A',
        input_tokens: 3,
        output_tokens: 4,
        latency_ms: 7,
        status: 200,
        temperature: 0.4,
      },
    ])
    expect(extraOf(rows[0])).toMatchObject({ cost: 1, request_properties: { plan: 'x' } })
  })
})
