import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'

describe('streams', () => {
  const request = { model: 'm', messages: [{ role: 'user', content: 'Q' }] }
  const events = (list: object[]) => list.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')
  const chunk = (delta: object, more: object = {}) => ({
    id: 'c',
    created: 1767323045,
    model: 'm-1',
    choices: [{ index: 0, delta, ...more }],
  })

  it('of OpenAI are put together, as a list or as they were sent', async () => {
    const chunks = [
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: 'Hel' }),
      { ...chunk({ content: 'other' }), choices: [{ index: 1, delta: { content: 'other' } }] },
      chunk({ content: 'lo' }),
      chunk({}, { finish_reason: 'stop' }),
      { id: 'c', choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
    ]
    for (const response of [chunks, `${events(chunks)}data: [DONE]\n\n`]) {
      const { format, stored } = await ingested(JSON.stringify({ request, response }))
      expect(format).toBe('openai-chat')
      expect(stored).toMatchObject([
        {
          timestamp: '2026-01-02 03:04:05.000',
          request_id: 'c',
          model: 'm-1',
          response: 'Hello',
          finish_reason: 'stop',
          input_tokens: 3,
          output_tokens: 2,
        },
      ])
    }
  })

  it('of Anthropic are put together, thinking apart', async () => {
    const sent = [
      {
        type: 'message_start',
        message: { id: 'msg', model: 'c-1', usage: { input_tokens: 5, cache_read_input_tokens: 2, output_tokens: 1 } },
      },
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Hm.' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'Hel' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'lo' } },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } },
    ]
    const asSent = sent.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('')
    for (const response of [sent, asSent]) {
      const { format, stored } = await ingested(JSON.stringify({ request, response }))
      expect(format).toBe('anthropic-messages')
      expect(stored).toMatchObject([
        {
          request_id: 'msg',
          model: 'c-1',
          response: 'Hello',
          finish_reason: 'end_turn',
          input_tokens: 7,
          cached_tokens: 2,
          output_tokens: 9,
        },
      ])
      expect(JSON.parse(String(stored[0]?.extra))).toEqual({ thinking: 'Hm.' })
    }
  })

  it('of OpenAI’s responses end with the whole response', async () => {
    const whole = {
      id: 'r',
      created_at: 1767323045,
      model: 'm-1',
      output: [{ type: 'reasoning' }, { type: 'message', content: [{ type: 'output_text', text: 'Hello' }] }],
      usage: { input_tokens: 3, output_tokens: 2, output_tokens_details: { reasoning_tokens: 1 } },
    }
    const sent = [
      { type: 'response.output_text.delta', delta: 'Hel' },
      { type: 'response.completed', response: whole },
    ]
    for (const response of [whole, events(sent)]) {
      const asked = { model: 'm', instructions: 'Rules', input: 'Q' }
      expect((await ingested(JSON.stringify({ request: asked, response }))).stored).toMatchObject([
        {
          request_id: 'r',
          system_prompt: 'Rules',
          prompt: 'Q',
          response: 'Hello',
          input_tokens: 3,
          output_tokens: 2,
          reasoning_tokens: 1,
        },
      ])
    }
  })
})
