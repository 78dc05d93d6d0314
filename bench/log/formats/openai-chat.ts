/** Chat-completions requests with their responses and the headers that a client sees; the account is the organisation. */

import { chatRequest, chatResponse } from './bodies'
import { type LogWriter, same, toSeconds } from './log-format'

export const openaiChat: LogWriter = {
  write: (record) =>
    JSON.stringify({
      request: chatRequest(record),
      response: chatResponse(record),
      response_headers: {
        'x-request-id': record.request_id,
        'openai-organization': record.account_id,
        'openai-processing-ms': String(record.latency_ms),
        date: new Date(record.timestamp).toUTCString(),
      },
    }),
  carries: {
    ...same('account_id', 'user_id', 'model', 'system_prompt', 'prompt', 'response', 'finish_reason'),
    ...same('temperature', 'top_p', 'max_tokens'),
    timestamp: (record) => (record.status === 200 ? toSeconds.timestamp(record) : undefined),
  },
}
