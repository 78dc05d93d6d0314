/** Pairs of an OpenAI chat-completions request and its response, with whatever canonical fields stand beside them. */

import { canonical } from './canonical'
import { answer, completionSteps, hasHistory, messagesOf, promptOf, systemPromptOf } from './chat-sql'
import type { LogFormat } from './log-format'
import { decimal, fieldsOf, filled, firstFilled, unsigned } from './sql-values'

const requestFields = [
  'model',
  'messages',
  'temperature',
  'top_p',
  'max_tokens',
  'max_completion_tokens',
  'user',
  'safety_identifier',
] as const
const beside = canonical.fields.filter((name) => name !== 'response' && name !== 'prompt')

/** The canonical field beside the pair wins over what the pair says. */
const either = (name: keyof typeof canonical.columns, other: string) => `coalesce(${canonical.columns[name]}, ${other})`
const requestUser = firstFilled('request.safety_identifier', 'request.user')
const organization = firstFilled('r.organization', 'r.project')

export const openaiChat: LogFormat = {
  id: 'openai-chat',
  name: 'OpenAI chat completions (request and response)',
  recognises: (record) => hasMessages(record.request) && isCompletion(record.response),
  fields: [...beside, 'request', 'response', 'organization', 'project'],
  steps: {
    request: fieldsOf('r.request', requestFields),
    messages: messagesOf('request.messages'),
    ...completionSteps('r.response'),
  },
  time: firstFilled('r.timestamp', 'completion.created'),
  columns: {
    ...Object.fromEntries(beside.map((name) => [name, canonical.columns[name as keyof typeof canonical.columns]])),
    request_id: either('request_id', filled('completion.id')),
    org_id: either('org_id', filled('r.organization')),
    account_id: `coalesce(${filled('r.account_id')}, ${organization}, ${filled('r.org_id')}, ${filled('r.api_key_id')}, ${requestUser})`,
    user_id: either('user_id', requestUser),
    model: either('model', firstFilled('completion.model', 'request.model')),
    system_prompt: systemPromptOf('messages'),
    prompt: promptOf('messages'),
    response: answer,
    input_tokens: either('input_tokens', unsigned('usage.prompt_tokens')),
    output_tokens: either('output_tokens', unsigned('usage.completion_tokens')),
    reasoning_tokens: either('reasoning_tokens', unsigned('usage.completion_tokens_details.reasoning_tokens')),
    cached_tokens: either('cached_tokens', unsigned('usage.prompt_tokens_details.cached_tokens')),
    finish_reason: either('finish_reason', filled('choice.finish_reason')),
    temperature: either('temperature', decimal('request.temperature')),
    top_p: either('top_p', decimal('request.top_p')),
    max_tokens: either(
      'max_tokens',
      `coalesce(${unsigned('request.max_completion_tokens')}, ${unsigned('request.max_tokens')})`,
    ),
    extra: `coalesce(${filled('r.extra')}, if(${hasHistory('messages')}, concat('{"messages":', request.messages, '}'), NULL))`,
  },
  keepsUnknown: false,
}

/** A completion has choices or an error; a response that is missing, empty or bare text says nothing against it. */
function isCompletion(response: unknown): boolean {
  if (response === undefined) return false
  if (typeof response === 'string')
    return !response.trimStart().startsWith('{') || /"(choices|error)"\s*:/.test(response)
  if (response === null || typeof response !== 'object' || Object.keys(response).length === 0) return true
  return 'choices' in response || 'error' in response
}

/** In CSV the request is JSON text. */
function hasMessages(request: unknown): boolean {
  if (typeof request === 'string') return /"messages"\s*:/.test(request)
  return typeof request === 'object' && request !== null && 'messages' in request
}
