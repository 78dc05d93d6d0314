import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'

describe('LiteLLM', () => {
  const payload = {
    id: 'call-1',
    trace_id: 'trace-1',
    call_type: 'acompletion',
    status: 'success',
    startTime: 1767323045.1236,
    endTime: 1767323047.1,
    response_time: 1.9764,
    model: 'model-x',
    request_tags: ['team:blue', 'User-Agent: client/1.0'],
    end_user: 'someone',
    prompt_tokens: 9,
    completion_tokens: 4,
    requester_ip_address: null,
    model_parameters: { temperature: 0.2, max_tokens: 64 },
    metadata: {
      user_api_key_hash: 'k1',
      user_api_key_org_id: 'o1',
      user_api_key_team_id: 't1',
      user_api_key_user_id: 'u1',
      requester_ip_address: '192.0.2.7',
      user_api_key_user_email: 'a@Example.org',
    },
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Earlier' },
      { role: 'assistant', content: 'Before' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look' },
          { type: 'image_url', image_url: { url: 'x' } },
          { type: 'text', text: 'here' },
        ],
      },
    ],
    response: {
      id: 'chatcmpl-1',
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'Done.' } }],
      usage: { completion_tokens_details: { reasoning_tokens: 2 }, prompt_tokens_details: null },
    },
  }

  it('payloads of callbacks become stored', async () => {
    const { format, stored } = await ingested(JSON.stringify(payload))
    expect(format).toBe('litellm')
    expect(stored[0]).toMatchObject({
      timestamp: '2026-01-02 03:04:05.123',
      request_id: 'call-1',
      session_id: 'trace-1',
      org_id: 'o1',
      account_id: 'u1',
      user_id: 'someone',
      api_key_id: 'k1',
      ip: '192.0.2.7',
      user_agent: 'client/1.0',
      model: 'model-x',
      system_prompt: 'Be brief.',
      prompt: 'Look\nhere',
      response: 'Done.',
      input_tokens: 9,
      output_tokens: 4,
      reasoning_tokens: 2,
      cached_tokens: null,
      latency_ms: 1976,
      status: 200,
      finish_reason: 'stop',
      temperature: 0.2,
      max_tokens: 64,
      email_domain: 'example.org',
    })
    expect(JSON.parse(String(stored[0]?.extra)).messages).toHaveLength(4)
  })

  it('texts, lists and single messages are all prompts', async () => {
    const forms = ['Just text', [{ role: 'user', content: 'Just text' }], { role: 'user', content: 'Just text' }]
    const { stored } = await ingested(
      forms.map((messages) => JSON.stringify({ ...payload, messages, response: 'plain answer' })).join('\n'),
    )
    expect(stored.map(({ prompt, response, extra }) => [prompt, response, extra])).toEqual(
      forms.map(() => ['Just text', 'plain answer', null]),
    )
  })

  it('stored of SpendLogs, as JSON and as CSV, keep JSON inside strings', async () => {
    const spend = {
      request_id: 'r1',
      call_type: 'acompletion',
      api_key: 'hash',
      startTime: '2026-01-02 03:04:05.123456',
      endTime: '2026-01-02 03:04:06.123456',
      model: 'model-x',
      user: '',
      team_id: 'team',
      metadata: JSON.stringify({ user_agent: 'client/2' }),
      messages: '{}',
      response: '{}',
      proxy_server_request: '{"temperature":0.5}',
      prompt_tokens: 10,
      completion_tokens: 20,
      status: 'failure',
      requester_ip_address: '192.0.2.1',
    }
    const cells = Object.values(spend).map((value) => `"${String(value).replaceAll('"', '""')}"`)
    for (const text of [JSON.stringify(spend, null, 2), `${Object.keys(spend).join(',')}\n${cells.join(',')}`]) {
      const { format, stored } = await ingested(text)
      expect(format).toBe('litellm-spend-logs')
      expect(stored[0]).toMatchObject({
        timestamp: '2026-01-02 03:04:05.123',
        request_id: 'r1',
        account_id: 'team',
        api_key_id: 'hash',
        user_agent: 'client/2',
        prompt: null,
        response: null,
        input_tokens: 10,
        latency_ms: 1000,
        status: null,
        temperature: 0.5,
        ip: '192.0.2.1',
      })
    }
  })
})
