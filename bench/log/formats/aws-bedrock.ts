/** Bedrock's model invocation log: Converse for two calls of three, a stream of Anthropic's events for the third. */

import type { LogRecord } from '../record'
import { stopReason, turnsOf } from './bodies'
import { answered, type LogWriter, same } from './log-format'

const exceptions: Record<number, string> = {
  400: 'ValidationException',
  403: 'AccessDeniedException',
  429: 'ThrottlingException',
  500: 'InternalServerException',
}

/** A writer of its own for each log, since dialects take turns. */
export const awsBedrock = (): LogWriter => {
  let rows = 0
  return {
    write: (record) => JSON.stringify(rowOf(record, rows++ % 3 === 2)),
    carries: {
      ...same('timestamp', 'request_id', 'account_id', 'model', 'system_prompt', 'prompt', 'response', 'status'),
      ...same('input_tokens', 'output_tokens', 'temperature', 'max_tokens'),
      status: (record) => (answered(record) ? undefined : record.status),
    },
  }
}

function rowOf(record: LogRecord, streamed: boolean) {
  const body = streamed ? events(record) : converse(record)
  return {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: record.timestamp,
    accountId: record.account_id,
    identity: { arn: `arn:aws:iam::${record.account_id}:user/${record.user_id ?? 'application'}` },
    region: 'synthetic-1',
    requestId: record.request_id,
    operation: streamed ? 'InvokeModelWithResponseStream' : 'Converse',
    modelId: record.model,
    errorCode: answered(record) ? undefined : (exceptions[record.status] ?? 'ServiceUnavailableException'),
    input: {
      inputContentType: 'application/json',
      inputBodyJson: streamed ? messagesBody(record) : converseBody(record),
      inputTokenCount: record.input_tokens,
    },
    output: {
      outputContentType: 'application/json',
      outputBodyJson: answered(record) ? body : undefined,
      outputTokenCount: record.output_tokens,
    },
  }
}

const converseBody = (record: LogRecord) => ({
  messages: turnsOf(record).map(({ role, content }) => ({ role, content: [{ text: content }] })),
  system: record.system_prompt ? [{ text: record.system_prompt }] : undefined,
  inferenceConfig: { maxTokens: record.max_tokens, temperature: record.temperature, topP: record.top_p },
})

const converse = (record: LogRecord) => ({
  output: { message: { role: 'assistant', content: [{ text: record.response ?? '' }] } },
  stopReason: stopReason(record),
  metrics: { latencyMs: record.latency_ms },
  usage: { inputTokens: record.input_tokens, outputTokens: record.output_tokens },
})

const messagesBody = (record: LogRecord) => ({
  anthropic_version: 'bedrock-synthetic',
  max_tokens: record.max_tokens,
  temperature: record.temperature,
  top_p: record.top_p,
  system: record.system_prompt,
  messages: turnsOf(record),
})

const events = (record: LogRecord) => [
  {
    type: 'message_start',
    message: { id: record.request_id, type: 'message', role: 'assistant', content: [], usage: { output_tokens: 1 } },
  },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  ...deltas(record.response ?? '').map((text) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text },
  })),
  { type: 'content_block_stop', index: 0 },
  { type: 'message_delta', delta: { stop_reason: stopReason(record) }, usage: { output_tokens: record.output_tokens } },
  { type: 'message_stop' },
]

const deltas = (text: string) => [text.slice(0, text.length >> 1), text.slice(text.length >> 1)]
