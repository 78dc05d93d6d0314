/** Helicone's requests: bodies as objects, the account as the request's user, a country and no address. */

import { chatRequest, chatResponse } from './bodies'
import { answered, endOf, type LogWriter, same } from './log-format'

export const helicone: LogWriter = {
  write: (record) =>
    JSON.stringify({
      response_id: record.request_id.replace('syn-', 'answer-'),
      response_created_at: endOf(record),
      response_body: chatResponse(record),
      response_status: record.status,
      response_model: answered(record) ? record.model : null,
      request_id: record.request_id,
      request_created_at: record.timestamp,
      request_body: chatRequest(record),
      request_path: '/v1/chat/completions',
      request_user_id: record.account_id,
      request_properties: record.session_id ? { 'Helicone-Session-Id': record.session_id } : {},
      request_model: record.model,
      model_override: null,
      helicone_user: null,
      provider: 'OPENAI',
      delay_ms: record.latency_ms,
      total_tokens: record.input_tokens + record.output_tokens,
      prompt_tokens: record.input_tokens,
      completion_tokens: record.output_tokens,
      signed_body_url: null,
      country_code: record.country,
    }),
  carries: {
    ...same('timestamp', 'request_id', 'session_id', 'account_id', 'country', 'model', 'system_prompt', 'prompt'),
    ...same('response', 'input_tokens', 'output_tokens', 'latency_ms', 'status', 'temperature', 'top_p', 'max_tokens'),
  },
}
