/** The list of stored completions: one document, answered calls alone, the customer as `input_user`. */

import { completion, messagesOf } from './bodies'
import { answered, type LogWriter, same, toSeconds } from './log-format'

export const openaiStoredCompletions: LogWriter = {
  open: '{"object":"list","data":[',
  separator: ',',
  close: '],"has_more":false}\n',
  keeps: answered,
  write: (record) =>
    JSON.stringify({
      ...completion(record),
      request_id: record.request_id,
      temperature: record.temperature,
      top_p: record.top_p,
      input_user: record.account_id,
      metadata: {},
      messages: messagesOf(record),
    }),
  carries: {
    ...toSeconds,
    ...same('request_id', 'account_id', 'model', 'system_prompt', 'prompt', 'response', 'input_tokens'),
    ...same('output_tokens', 'finish_reason', 'temperature', 'top_p'),
  },
}
