/** Envoy's AI Gateway access log: figures of each call and no content; the operator logs the account as a header. */

import { type LogWriter, same } from './log-format'

export const envoyAiGateway: LogWriter = {
  write: (record) =>
    JSON.stringify({
      'gen_ai.request.model': record.model,
      'gen_ai.response.model': record.model,
      'gen_ai.provider.name': 'default/openai',
      'gen_ai.usage.input_tokens': record.input_tokens,
      'gen_ai.usage.output_tokens': record.output_tokens,
      'gen_ai.usage.reasoning_tokens': record.reasoning_tokens ?? 0,
      'session.id': record.session_id ?? '-',
      start_time: record.timestamp,
      method: 'POST',
      'request.path': '/v1/chat/completions',
      response_code: record.status,
      bytes_received: record.prompt.length,
      bytes_sent: record.response?.length ?? 0,
      duration: record.latency_ms,
      'x-forwarded-for': record.ip,
      'user-agent': record.user_agent,
      'x-request-id': record.request_id,
      'x-account-id': record.account_id,
      downstream_remote_address: `${record.ip}:53122`,
    }),
  carries: {
    ...same('timestamp', 'request_id', 'session_id', 'account_id', 'ip', 'user_agent', 'model', 'input_tokens'),
    ...same('output_tokens', 'latency_ms', 'status'),
    reasoning_tokens: (record) => record.reasoning_tokens ?? 0,
  },
}
