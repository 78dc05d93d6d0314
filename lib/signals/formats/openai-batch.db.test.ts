import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { extraOf, lines } from '@/tests/log-samples/chat-exchange'

const turns = [
  { role: 'user', content: 'First' },
  { role: 'assistant', content: 'Reply' },
  { role: 'user', content: 'Second' },
]

describe('OpenAI', () => {
  it('batches: input and output in one log are one row a request, whatever their order', async () => {
    const asked = (custom_id: string) => ({
      custom_id,
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'm', user: 'u', max_tokens: 9, messages: turns },
    })
    const answered = (custom_id: string, status_code = 200) => ({
      id: `b-${custom_id}`,
      custom_id,
      response: {
        status_code,
        request_id: `r-${custom_id}`,
        body:
          status_code === 200
            ? {
                created: 1767323045,
                model: 'm-1',
                choices: [{ message: { content: 'A' }, finish_reason: 'stop' }],
                usage: { prompt_tokens: 1, completion_tokens: 2 },
              }
            : { error: { code: 'bad' } },
      },
      error: null,
    })
    const { format, stored } = await ingested(
      lines(answered('y', 400), asked('x'), asked('y'), answered('x'), asked('z')),
    )
    expect(format).toBe('openai-batch')
    expect(stored).toMatchObject([
      { row_id: 0, request_id: 'y', prompt: 'Second', response: null, status: 400, finish_reason: 'bad' },
      {
        row_id: 1,
        request_id: 'x',
        timestamp: '2026-01-02 03:04:05.000',
        account_id: 'u',
        model: 'm-1',
        prompt: 'Second',
        response: 'A',
        input_tokens: 1,
        output_tokens: 2,
        max_tokens: 9,
        status: 200,
      },
      { row_id: 4, request_id: 'z', prompt: 'Second', response: null },
    ])
    expect(extraOf(stored[1])).toMatchObject({ rows: [1, 3], request_id: 'r-x', messages: turns })
  })

  it('batches: a key that comes twice is not put together', async () => {
    const answer = (content: string) => ({
      custom_id: 'x',
      response: { status_code: 200, body: { created: 1767323045, choices: [{ message: { content } }] } },
    })
    const { stored } = await ingested(lines(answer('A'), answer('B')))
    expect(stored.map(({ response }) => response)).toEqual(['A', 'B'])
  })
})
