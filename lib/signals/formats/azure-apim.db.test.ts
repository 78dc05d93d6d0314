import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { at, chat, extraOf, lines, reply, stored } from '@/tests/log-samples/chat-exchange'

describe('Azure', () => {
  it('API Management: bodies in text, streams, columns of the table', async () => {
    const properties = {
      requestBody: JSON.stringify(chat),
      responseBody: JSON.stringify(reply),
      responseCode: 200,
      url: 'https://x/deployments/dep/chat/completions',
      requestHeaders: { 'User-Agent': ['sdk/1'] },
    }
    const record = {
      time: at,
      category: 'GatewayLogs',
      correlationId: 'c',
      callerIpAddress: '192.0.2.1',
      durationMs: 5,
      properties,
      truncated: 1,
    }
    const streamed = [
      { choices: [{ index: 0, delta: { content: 'A' } }], model: 'm-1' },
      { choices: [{ index: 0, delta: { content: 'B' }, finish_reason: 'stop' }] },
      { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
    ]
      .map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)
      .concat(['data: [DONE]\n\n'])
      .join('')
    const table = {
      TimeGenerated: at,
      CorrelationId: 'd',
      ApimSubscriptionId: 's',
      UserId: 'u',
      ProductId: 'p',
      CallerIpAddress: '192.0.2.2',
      TotalTime: 6,
      ResponseCode: 200,
      RequestBody: '',
      BackendRequestBody: JSON.stringify(chat),
      BackendResponseBody: streamed,
      IsRequestSuccess: true,
    }
    const { format, stored: rows } = await ingested(lines(record, table))
    expect(format).toBe('azure-apim-gateway')
    expect(rows).toMatchObject([
      {
        timestamp: stored,
        request_id: 'c',
        account_id: '',
        ip: '192.0.2.1',
        user_agent: 'sdk/1',
        model: 'm-1',
        system_prompt: 'Rules',
        prompt: 'Q',
        response: 'A',
        input_tokens: 3,
        output_tokens: 4,
        latency_ms: 5,
        status: 200,
        temperature: 0.4,
        finish_reason: 'stop',
      },
      {
        request_id: 'd',
        org_id: 's',
        account_id: 's',
        user_id: 'u',
        api_key_id: 's',
        response: 'AB',
        output_tokens: 2,
        latency_ms: 6,
        finish_reason: 'stop',
      },
    ])
    expect(extraOf(rows[0])).toMatchObject({ truncated: 1 })
    const bare = { ...record, properties: { ...properties, requestBody: '', responseBody: '{"choices":[{"mess' } }
    expect((await ingested(lines(bare))).stored).toMatchObject([{ model: 'dep', response: null, status: 200 }])
  })

  it('API Management’s log of language models: long messages in several records', async () => {
    const part = (SequenceNumber: number, more: object) => ({
      TimeGenerated: at,
      CorrelationId: 'c',
      SequenceNumber,
      RequestMessages: [],
      ResponseMessages: [],
      ...more,
    })
    const head = part(0, {
      ModelName: 'm',
      DeploymentName: 'd',
      PromptTokens: 3,
      CompletionTokens: 4,
      RequestMessages: [
        { role: 'system', content: 'Rules' },
        { role: 'user', content: 'Where is ' },
      ],
      Region: 'x',
    })
    const { format, stored: rows } = await ingested(
      lines(
        part(2, { ResponseMessages: [{ role: 'assistant', content: 'there.' }] }),
        head,
        part(1, {
          RequestMessages: [{ role: 'user', content: 'it?' }],
          ResponseMessages: [{ role: 'assistant', content: 'Over ' }],
        }),
        { ...head, CorrelationId: 'e', RequestMessages: '[{"role":"user","content":"cut ' },
        { ...part(1, { RequestMessages: 'short"}]' }), CorrelationId: 'e' },
      ),
    )
    expect(format).toBe('azure-apim-llm')
    expect(rows).toMatchObject([
      {
        row_id: 0,
        timestamp: stored,
        request_id: 'c',
        model: 'm',
        system_prompt: 'Rules',
        prompt: 'Where is it?',
        response: 'Over there.',
        input_tokens: 3,
        output_tokens: 4,
      },
      { row_id: 3, request_id: 'e', prompt: 'cut short', response: null },
    ])
    expect(extraOf(rows[0])).toEqual({ rows: [0, 1, 2], deployment: 'd', Region: 'x' })
  })
})
