/** Kong's AI Gateway log: payloads as JSON text, the account as consumer, its key as authenticated entity. */

import { chatRequest, chatResponse } from './bodies'
import { type LogWriter, same } from './log-format'

export const kongAiGateway: LogWriter = {
  write: (record) =>
    JSON.stringify({
      ai: {
        payload: { request: JSON.stringify(chatRequest(record)) },
        proxy: {
          payload: { response: JSON.stringify(chatResponse(record)) },
          usage: {
            prompt_tokens: record.input_tokens,
            completion_tokens: record.output_tokens,
            total_tokens: record.input_tokens + record.output_tokens,
          },
          meta: {
            request_model: record.model,
            response_model: record.model,
            provider_name: 'openai',
            llm_latency: record.latency_ms,
          },
        },
      },
      started_at: Date.parse(record.timestamp),
      client_ip: record.ip,
      request: { id: record.request_id, method: 'POST', headers: { 'user-agent': record.user_agent } },
      response: { status: record.status },
      latencies: { request: record.latency_ms + 3 },
      consumer: { id: record.account_id, username: record.account_id },
      authenticated_entity: { id: record.api_key_id },
      workspace: 'synthetic',
      service: { name: 'models' },
    }),
  carries: {
    ...same('timestamp', 'request_id', 'account_id', 'api_key_id', 'ip', 'user_agent', 'model', 'system_prompt'),
    ...same('prompt', 'response', 'input_tokens', 'output_tokens', 'latency_ms', 'status', 'temperature', 'top_p'),
    ...same('max_tokens', 'finish_reason'),
  },
}
