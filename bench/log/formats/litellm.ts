/** LiteLLM's StandardLoggingPayload: times in epoch seconds, the account as the key's user. */

import { completion, messagesOf } from './bodies'
import { answered, type LogWriter, same } from './log-format'

export const litellm: LogWriter = {
  write: (record) => {
    const start = Date.parse(record.timestamp) / 1000
    return JSON.stringify({
      id: record.request_id,
      trace_id: record.session_id ?? record.request_id,
      call_type: 'acompletion',
      status: answered(record) ? 'success' : 'failure',
      custom_llm_provider: 'openai',
      startTime: start,
      endTime: start + record.latency_ms / 1000,
      response_time: record.latency_ms / 1000,
      model: record.model,
      metadata: {
        user_api_key_hash: record.api_key_id,
        user_api_key_org_id: record.org_id ?? null,
        user_api_key_user_id: record.account_id,
        requester_ip_address: record.ip,
        user_api_key_end_user_id: record.user_id ?? null,
      },
      model_parameters: { temperature: record.temperature, top_p: record.top_p, max_tokens: record.max_tokens },
      total_tokens: record.input_tokens + record.output_tokens,
      prompt_tokens: record.input_tokens,
      completion_tokens: record.output_tokens,
      request_tags: [`User-Agent: ${record.user_agent}`],
      end_user: record.user_id ?? '',
      requester_ip_address: record.ip,
      messages: messagesOf(record),
      response: answered(record) ? completion(record) : null,
      error_information: answered(record) ? null : { error_code: String(record.status) },
    })
  },
  carries: {
    ...same('timestamp', 'request_id', 'org_id', 'account_id', 'user_id', 'api_key_id', 'ip', 'user_agent', 'model'),
    ...same('system_prompt', 'prompt', 'response', 'input_tokens', 'output_tokens', 'latency_ms', 'status'),
    ...same('finish_reason', 'temperature', 'top_p', 'max_tokens'),
  },
}
