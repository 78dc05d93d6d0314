/** Request and response bodies in the dialects that log formats carry: OpenAI's chat completions and Anthropic's Messages. */

import type { LogRecord } from '../record'
import { answered, seconds } from './log-format'

/** The conversation as OpenAI's list of messages. */
export const messagesOf = (record: LogRecord) => [
  ...(record.system_prompt ? [{ role: 'system', content: record.system_prompt }] : []),
  ...(record.history ?? []),
  { role: 'user', content: record.prompt },
]

/** A chat-completions request; the customer's own user is named when there is one. */
export const chatRequest = (record: LogRecord, user = record.user_id) => ({
  model: record.model,
  messages: messagesOf(record),
  temperature: record.temperature,
  top_p: record.top_p,
  max_tokens: record.max_tokens,
  user,
})

export const completionId = (record: LogRecord) => record.request_id.replace('syn-', 'chatcmpl-')

export const usageOf = (record: LogRecord) => ({
  prompt_tokens: record.input_tokens,
  completion_tokens: record.output_tokens,
  total_tokens: record.input_tokens + record.output_tokens,
  prompt_tokens_details: { cached_tokens: record.cached_tokens },
  completion_tokens_details: { reasoning_tokens: record.reasoning_tokens },
})

export const completion = (record: LogRecord) => ({
  id: completionId(record),
  object: 'chat.completion',
  created: seconds(record),
  model: record.model,
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: record.response ?? null },
      finish_reason: record.finish_reason ?? null,
    },
  ],
  usage: usageOf(record),
})

/** The body of a chat-completions answer, or of its failure. */
export const chatResponse = (record: LogRecord) =>
  answered(record) ? completion(record) : { error: { code: String(record.status), message: 'request failed' } }

const stopReasons: Record<string, string> = { stop: 'end_turn', length: 'max_tokens' }

export const stopReason = (record: LogRecord) =>
  record.finish_reason ? (stopReasons[record.finish_reason] ?? record.finish_reason) : null

/** Anthropic's list of messages; the system prompt stands beside it. */
export const turnsOf = (record: LogRecord) => [...(record.history ?? []), { role: 'user', content: record.prompt }]
