/** Batch input and output, a line each, joined on `custom_id`; the account is the request's user, failed calls are in another file. */

import { chatRequest, completion } from './bodies'
import { answered, type LogWriter, same } from './log-format'

export const openaiBatch: LogWriter = {
  keeps: answered,
  write: (record) => {
    const input = {
      custom_id: record.request_id,
      method: 'POST',
      url: '/v1/chat/completions',
      body: chatRequest(record, record.account_id),
    }
    const body = completion(record)
    const output = {
      id: record.request_id.replace('syn-', 'batch_req_'),
      custom_id: record.request_id,
      response: { status_code: record.status, request_id: record.request_id, body },
      error: null,
    }
    return `${JSON.stringify(input)}\n${JSON.stringify(output)}`
  },
  carries: {
    ...same('request_id', 'account_id', 'model', 'system_prompt', 'prompt', 'response', 'status', 'temperature'),
    ...same('top_p', 'max_tokens'),
  },
}
