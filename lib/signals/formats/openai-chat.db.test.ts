import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'

describe('OpenAI chat completions', () => {
  const request = {
    model: 'asked',
    messages: [
      { role: 'developer', content: 'Rules' },
      { role: 'user', content: 'Question' },
    ],
    temperature: 0,
    max_completion_tokens: 5,
    user: 'customer-7',
  }
  const response = {
    id: 'c1',
    created: 1767323045,
    model: 'answered',
    choices: [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content: 'Answer' } }],
    usage: {
      prompt_tokens: 3,
      completion_tokens: 5,
      prompt_tokens_details: { cached_tokens: 1 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  }

  it('pairs become stored', async () => {
    const { format, stored } = await ingested(JSON.stringify({ request, response }))
    expect(format).toBe('openai-chat')
    expect(stored[0]).toMatchObject({
      timestamp: '2026-01-02 03:04:05.000',
      request_id: 'c1',
      account_id: 'customer-7',
      model: 'answered',
      system_prompt: 'Rules',
      prompt: 'Question',
      response: 'Answer',
      input_tokens: 3,
      output_tokens: 5,
      cached_tokens: 1,
      reasoning_tokens: 0,
      finish_reason: 'length',
      temperature: 0,
      max_tokens: 5,
    })
  })

  it('what stands beside a pair wins over what it says', async () => {
    const beside = {
      timestamp: '2026-02-03T00:00:00Z',
      account_id: 'org-9',
      ip: '192.0.2.9',
      latency_ms: 12,
      status: 200,
    }
    const { stored } = await ingested(JSON.stringify({ ...beside, request, response }))
    expect(stored[0]).toMatchObject({
      timestamp: '2026-02-03 00:00:00.000',
      account_id: 'org-9',
      ip: '192.0.2.9',
      latency_ms: 12,
      user_id: 'customer-7',
    })
  })

  it('refusals, tool calls and failed calls are answers or none', async () => {
    const answers = [
      { choices: [{ message: { content: null, refusal: 'I cannot.' } }] },
      { choices: [{ message: { content: null, tool_calls: [{ id: 't' }] } }] },
      { error: { message: 'overloaded' } },
      null,
    ]
    const { stored } = await ingested(answers.map((answer) => JSON.stringify({ request, response: answer })).join('\n'))
    expect(stored.map((row) => row.response)).toEqual(['I cannot.', '[{"id":"t"}]', null, null])
    expect(stored.map((row) => row.timestamp)).toEqual([null, null, null, null])
  })
})
