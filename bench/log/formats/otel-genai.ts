/** OpenTelemetry spans of calls to models: an OTLP document a line, times in nanoseconds as text. */

import { createHash } from 'node:crypto'
import type { LogRecord } from '../record'
import { messagesOf } from './bodies'
import { answered, type LogWriter, same } from './log-format'

type Value = string | number | undefined

export const otelGenai: LogWriter = {
  write: (record) => {
    const start = Date.parse(record.timestamp)
    const hash = createHash('md5').update(record.request_id).digest('hex')
    const span = {
      traceId: hash,
      spanId: hash.slice(0, 16),
      name: `chat ${record.model}`,
      kind: 3,
      startTimeUnixNano: `${start}000000`,
      endTimeUnixNano: `${start + record.latency_ms}000000`,
      attributes: attributesOf(record),
      status: answered(record) ? {} : { code: 2, message: 'request failed' },
    }
    const scope = { scope: { name: 'synthetic.instrumentation' }, spans: [span] }
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'chat-frontend' } }] }
    return JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [scope] }] })
  },
  carries: {
    ...same('timestamp', 'request_id', 'account_id', 'ip', 'user_agent', 'model', 'system_prompt', 'prompt'),
    ...same('input_tokens', 'output_tokens', 'latency_ms', 'temperature', 'top_p', 'max_tokens'),
    // An answer that is JSON itself can be taken for parts.
    response: ({ response }) => (response && /^[[{]/.test(response) ? undefined : (response ?? null)),
  },
}

function attributesOf(record: LogRecord) {
  const parts = messagesOf(record).map(({ role, content }) => ({ role, parts: [{ type: 'text', content }] }))
  const said = [{ role: 'assistant', parts: [{ type: 'text', content: record.response }], finish_reason: 'stop' }]
  const whole = ([key, value]: [string, Value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  })
  const texts: [string, Value][] = [
    ['gen_ai.provider.name', 'openai'],
    ['gen_ai.operation.name', 'chat'],
    ['user.id', record.account_id],
    ['client.address', record.ip],
    ['user_agent.original', record.user_agent],
    ['gen_ai.request.model', record.model],
    ['gen_ai.response.model', record.model],
    ['gen_ai.response.id', record.request_id],
    ['gen_ai.request.max_tokens', record.max_tokens],
    ['gen_ai.usage.input_tokens', record.input_tokens],
    ['gen_ai.usage.output_tokens', record.output_tokens],
    ['error.type', answered(record) ? undefined : String(record.status)],
    ['gen_ai.input.messages', JSON.stringify(parts)],
    ['gen_ai.output.messages', answered(record) ? JSON.stringify(said) : undefined],
  ]
  const decimals: [string, Value][] = [
    ['gen_ai.request.temperature', record.temperature],
    ['gen_ai.request.top_p', record.top_p],
  ]
  return [
    ...texts.filter(([, value]) => value !== undefined).map(whole),
    ...decimals.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: { doubleValue: value } }])),
  ]
}
