import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { extraOf, lines } from '@/tests/log-samples/chat-exchange'

describe('AWS', () => {
  const call = (operation: string, input: object, output: unknown, more: object = {}) => ({
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-01-02T03:04:05Z',
    accountId: '1',
    identity: { arn: 'arn:x' },
    region: 'eu-west-1',
    requestId: operation,
    operation,
    modelId: 'vendor.model',
    input: { inputBodyJson: input, inputTokenCount: 7 },
    output: { outputBodyJson: output, outputTokenCount: 8 },
    ...more,
  })

  it('Bedrock in the dialects of Converse, Llama, Titan, Claude and streams', async () => {
    const converse = {
      system: [{ text: 'Rules' }],
      messages: [{ role: 'user', content: [{ text: 'Q' }] }],
      inferenceConfig: { maxTokens: 5, temperature: 0.2, topP: 0.9 },
    }
    const { format, stored } = await ingested(
      lines(
        call('Converse', converse, {
          output: { message: { role: 'assistant', content: [{ text: 'A' }] } },
          stopReason: 'max_tokens',
          metrics: { latencyMs: 12 },
        }),
        call('Llama', { prompt: 'Q', max_gen_len: 6, temperature: 0.1 }, { generation: '\nA', stop_reason: 'stop' }),
        call(
          'Titan',
          { inputText: 'Q', textGenerationConfig: { maxTokenCount: 7, temperature: 0.3, topP: 0.8 } },
          { results: [{ outputText: 'A', completionReason: 'FINISH' }] },
        ),
        call('ConverseStream', converse, [
          { contentBlockDelta: { delta: { text: 'A' } } },
          { contentBlockDelta: { delta: { text: '!' } } },
          { messageStop: { stopReason: 'end_turn' } },
          { metadata: { metrics: { latencyMs: 30 } } },
        ]),
        call('Throttled', converse, undefined, {
          errorCode: 'ThrottlingException',
          output: undefined,
          requestMetadata: { team: 'x' },
        }),
      ),
    )
    expect(format).toBe('aws-bedrock')
    expect(stored).toMatchObject([
      {
        timestamp: '2026-01-02 03:04:05.000',
        request_id: 'Converse',
        org_id: '1',
        account_id: '1',
        user_id: 'arn:x',
        model: 'vendor.model',
        system_prompt: 'Rules',
        prompt: 'Q',
        response: 'A',
        input_tokens: 7,
        output_tokens: 8,
        latency_ms: 12,
        finish_reason: 'max_tokens',
        temperature: 0.2,
        top_p: 0.9,
        max_tokens: 5,
        status: null,
      },
      { prompt: 'Q', response: '\nA', finish_reason: 'stop', temperature: 0.1, max_tokens: 6 },
      { prompt: 'Q', response: 'A', finish_reason: 'FINISH', temperature: 0.3, top_p: 0.8, max_tokens: 7 },
      { response: 'A!', finish_reason: 'end_turn', latency_ms: 30 },
      { response: null, status: 429, finish_reason: 'ThrottlingException' },
    ])
    expect(extraOf(stored[4])).toMatchObject({ region: 'eu-west-1', requestMetadata: { team: 'x' } })
  })

  it('CloudTrail', async () => {
    const event = {
      eventVersion: '1.1',
      eventTime: '2026-01-02T03:04:05Z',
      eventName: 'InvokeModel',
      eventSource: 'bedrock.amazonaws.com',
      requestID: 'r',
      eventID: 'e',
      sourceIPAddress: '192.0.2.1',
      userAgent: 'sdk',
      awsRegion: 'eu-west-1',
      userIdentity: { arn: 'arn:x', accountId: '1', accessKeyId: 'k' },
      requestParameters: { modelId: 'm' },
    }
    const { format, stored } = await ingested(JSON.stringify({ Records: [event] }))
    expect(format).toBe('aws-cloudtrail')
    expect(stored).toMatchObject([
      {
        timestamp: '2026-01-02 03:04:05.000',
        request_id: 'r',
        account_id: '1',
        user_id: 'arn:x',
        api_key_id: 'k',
        ip: '192.0.2.1',
        user_agent: 'sdk',
        model: 'm',
      },
    ])
  })
})
