/** LiteLLM's table SpendLogs: naive times, metadata as JSON text, bodies only where prompts are stored. */

import { completion, messagesOf } from './bodies'
import { answered, endOf, type LogWriter, same } from './log-format'

const naive = (iso: string) => `${iso.replace('T', ' ').replace('Z', '')}000`

export const litellmSpendLogs: LogWriter = {
  write: (record) =>
    JSON.stringify({
      request_id: record.request_id,
      session_id: record.session_id ?? '',
      call_type: 'acompletion',
      api_key: record.api_key_id,
      cache_hit: 'None',
      startTime: naive(record.timestamp),
      endTime: naive(endOf(record)),
      completionStartTime: naive(endOf(record)),
      request_duration_ms: record.latency_ms,
      model: record.model,
      user: record.account_id,
      team_id: '',
      organization_id: record.org_id ?? '',
      metadata: JSON.stringify({
        user_agent: record.user_agent,
        status: answered(record) ? 'success' : 'failure',
        error_information: answered(record) ? null : { error_code: String(record.status) },
      }),
      spend: 0,
      total_tokens: record.input_tokens + record.output_tokens,
      prompt_tokens: record.input_tokens,
      completion_tokens: record.output_tokens,
      request_tags: '[]',
      end_user: record.user_id ?? '',
      requester_ip_address: record.ip,
      custom_llm_provider: 'openai',
      messages: JSON.stringify(messagesOf(record)),
      response: answered(record) ? JSON.stringify(completion(record)) : '{}',
      proxy_server_request: '{}',
      status: answered(record) ? 'success' : 'failure',
    }),
  carries: {
    ...same('timestamp', 'request_id', 'account_id', 'user_id', 'api_key_id', 'ip', 'user_agent', 'model'),
    ...same('system_prompt', 'prompt', 'response', 'input_tokens', 'output_tokens', 'latency_ms'),
  },
}
