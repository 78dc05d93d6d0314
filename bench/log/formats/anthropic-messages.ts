/** Requests to Messages with their responses; the account is the organisation of the response's header. */

import type { LogRecord } from '../record'
import { stopReason, turnsOf } from './bodies'
import { answered, type LogWriter, same, toSeconds } from './log-format'

const errors: Record<number, string> = {
  400: 'invalid_request_error',
  403: 'permission_error',
  429: 'rate_limit_error',
}

export const anthropicMessages: LogWriter = {
  write: (record) =>
    JSON.stringify({
      request: {
        model: record.model,
        max_tokens: record.max_tokens,
        temperature: record.temperature,
        top_p: record.top_p,
        metadata: record.user_id ? { user_id: record.user_id } : undefined,
        system: record.system_prompt,
        messages: turnsOf(record),
      },
      response: answered(record) ? message(record) : failure(record),
      response_headers: {
        'request-id': record.request_id,
        'anthropic-organization-id': record.account_id,
        date: new Date(record.timestamp).toUTCString(),
      },
    }),
  carries: {
    ...toSeconds,
    ...same('request_id', 'account_id', 'user_id', 'model', 'system_prompt', 'prompt', 'response'),
    ...same('temperature', 'top_p', 'max_tokens'),
    input_tokens: (record) => (answered(record) ? record.input_tokens : null),
    output_tokens: (record) => (answered(record) ? record.output_tokens : null),
  },
}

const message = (record: LogRecord) => ({
  id: record.request_id.replace('syn-', 'msg_'),
  type: 'message',
  role: 'assistant',
  model: record.model,
  content: [{ type: 'text', text: record.response ?? '' }],
  stop_reason: stopReason(record),
  stop_sequence: null,
  usage: {
    input_tokens: record.input_tokens - (record.cached_tokens ?? 0),
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: record.cached_tokens ?? 0,
    output_tokens: record.output_tokens,
    service_tier: 'standard',
  },
})

const failure = (record: LogRecord) => ({
  type: 'error',
  error: { type: errors[record.status] ?? 'api_error', message: 'request failed' },
})
