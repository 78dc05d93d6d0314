import { describe, expect, it } from 'vitest'
import { ingested } from '@/lib/signals/ingest/ingested'
import { stored } from '@/tests/log-samples/chat-exchange'

describe('OpenTelemetry', () => {
  it('OpenTelemetry: one row a span, with what its resource says, in three generations of names', async () => {
    const attribute = (key: string, value: unknown) => ({
      key,
      value:
        typeof value === 'number'
          ? Number.isInteger(value)
            ? { intValue: String(value) }
            : { doubleValue: value }
          : { stringValue: value },
    })
    const span = (spanId: string, attributes: Record<string, unknown>, more: object = {}) => ({
      traceId: 't',
      spanId,
      name: 'chat',
      startTimeUnixNano: '1767323045678123456',
      endTimeUnixNano: '1767323046678123456',
      attributes: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
      status: {},
      ...more,
    })
    const now = span('1', {
      'gen_ai.request.model': 'm',
      'gen_ai.usage.input_tokens': 3,
      'gen_ai.usage.output_tokens': 4,
      'gen_ai.request.temperature': 0.4,
      'user.id': 'u',
      'client.address': '192.0.2.1',
      'user_agent.original': 'sdk',
      'gen_ai.system_instructions': '[{"type":"text","content":"Rules"}]',
      'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Q"}]}]',
      'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"text","content":"A"}]}]',
    })
    const older = span('2', {
      'gen_ai.system': 'x',
      'gen_ai.usage.prompt_tokens': 3,
      'gen_ai.prompt': '[{"role":"user","content":"Q"}]',
      'gen_ai.completion': '[{"role":"assistant","content":"A"}]',
      'error.type': '429',
    })
    const numbered = span('3', {
      'gen_ai.prompt.0.role': 'system',
      'gen_ai.prompt.0.content': 'Rules',
      'gen_ai.prompt.1.role': 'user',
      'gen_ai.prompt.1.content': 'Q',
      'gen_ai.completion.0.role': 'assistant',
      'gen_ai.completion.0.content': 'A',
    })
    const other = span('4', { 'http.route': '/' })
    const document = {
      resourceSpans: [
        {
          scopeSpans: [{ scope: { name: 's' }, spans: [now, other] }, { spans: [older] }],
          resource: { attributes: [attribute('service.name', 'app')] },
        },
        { resource: {}, scopeSpans: [{ spans: [numbered] }] },
      ],
    }
    for (const text of [
      JSON.stringify(document, null, 2),
      JSON.stringify(document),
      JSON.stringify(document.resourceSpans),
    ]) {
      const { format, stored: rows, rejects } = await ingested(text)
      expect(format).toBe('otel-genai')
      expect(rows).toMatchObject([
        {
          timestamp: stored,
          request_id: '1',
          session_id: 't',
          org_id: 'app',
          account_id: 'u',
          user_id: 'u',
          ip: '192.0.2.1',
          user_agent: 'sdk',
          model: 'm',
          system_prompt: 'Rules',
          prompt: 'Q',
          response: 'A',
          input_tokens: 3,
          output_tokens: 4,
          latency_ms: 1000,
          temperature: 0.4,
        },
        { request_id: '2', account_id: 'app', prompt: 'Q', response: 'A', input_tokens: 3, status: 429 },
        { request_id: '3', account_id: '', system_prompt: 'Rules', prompt: 'Q', response: 'A' },
      ])
      expect(rejects).toMatchObject([{ position: 1, reason: 'is of another kind than the log: no request to a model' }])
      expect(Buffer.from(text).subarray(rejects[0]?.byte_offset).toString()).toMatch(/^\{\s*"traceId"/)
    }
  })
})
