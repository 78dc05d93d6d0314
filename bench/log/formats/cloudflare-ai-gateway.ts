/** Cloudflare's AI Gateway logs: figures of each call with the customer in metadata; bodies are fetched apart. */

import { type LogWriter, same } from './log-format'

export const cloudflareAiGateway: LogWriter = {
  write: (record) =>
    JSON.stringify({
      id: record.request_id,
      created_at: record.timestamp,
      provider: 'openai',
      model: record.model,
      model_type: 'text-generation',
      path: 'chat/completions',
      request_type: 'universal',
      duration: record.latency_ms,
      status_code: record.status,
      success: record.status === 200,
      cached: false,
      tokens_in: record.input_tokens,
      tokens_out: record.output_tokens,
      cost: 0,
      step: 0,
      metadata: JSON.stringify({ user: record.account_id }),
      request_content_type: 'application/json',
      response_content_type: 'application/json',
    }),
  carries: same(
    'timestamp',
    'request_id',
    'account_id',
    'model',
    'input_tokens',
    'output_tokens',
    'latency_ms',
    'status',
  ),
}
