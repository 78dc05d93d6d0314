/** Writes a record as one line of the log formats that Touchstone reads. */

import type { LogFormat } from './formats/log-format'
import type { LogRecord } from './record'

/** One JSON line without its newline. */
export const lineOf: Record<LogFormat, (record: LogRecord) => string> = {
  canonical: ({ history: _, ...record }) => JSON.stringify(record),
  litellm: (record) => JSON.stringify(liteLlm(record)),
  openai: (record) => JSON.stringify(openAi(record)),
}

const messages = (record: LogRecord) => [
  ...(record.system_prompt ? [{ role: 'system', content: record.system_prompt }] : []),
  { role: 'user', content: record.prompt },
]

const completion = (record: LogRecord) => ({
  id: record.request_id.replace('req_', 'chatcmpl-'),
  object: 'chat.completion',
  created: Math.floor(Date.parse(record.timestamp) / 1000),
  model: record.model,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: record.response ?? null },
      finish_reason: record.finish_reason ?? null,
    },
  ],
  usage: {
    prompt_tokens: record.input_tokens,
    completion_tokens: record.output_tokens,
    total_tokens: record.input_tokens + record.output_tokens,
    prompt_tokens_details: { cached_tokens: record.cached_tokens ?? 0 },
    completion_tokens_details: { reasoning_tokens: record.reasoning_tokens ?? 0 },
  },
})

/** LiteLLM's StandardLoggingPayload: times in epoch seconds, the account as the key's user. */
function liteLlm(record: LogRecord) {
  const start = Date.parse(record.timestamp) / 1000
  return {
    id: record.request_id,
    trace_id: record.session_id ?? record.request_id,
    call_type: 'acompletion',
    status: record.status === 200 ? 'success' : 'failure',
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
      requester_metadata: { synthetic: true },
    },
    model_parameters: { temperature: record.temperature, top_p: record.top_p, max_tokens: record.max_tokens },
    total_tokens: record.input_tokens + record.output_tokens,
    prompt_tokens: record.input_tokens,
    completion_tokens: record.output_tokens,
    end_user: record.user_id ?? '',
    requester_ip_address: record.ip,
    user_agent: record.user_agent,
    messages: messages(record),
    response: record.status === 200 ? completion(record) : null,
    error_information: record.status === 200 ? null : { error_code: String(record.status) },
  }
}

/** A chat-completions request with its response and the headers a client sees; the account is `request.user`. */
function openAi(record: LogRecord) {
  return {
    request: {
      model: record.model,
      messages: messages(record),
      temperature: record.temperature,
      top_p: record.top_p,
      max_tokens: record.max_tokens,
      user: record.account_id,
      metadata: { synthetic: 'true' },
    },
    response:
      record.status === 200 ? completion(record) : { error: { code: record.status, message: 'request failed' } },
    response_headers: {
      'x-request-id': record.request_id,
      'openai-organization': record.org_id,
      'openai-processing-ms': String(record.latency_ms),
      date: new Date(record.timestamp).toUTCString(),
    },
  }
}
