/** What the two logs of LiteLLM have in common; they differ in a few names. */

import { hasHistory, messagesOf, promptOf, systemPromptOf } from './chat-sql'
import { responseColumns, responseSteps } from './response-sql'
import { address, between, decimal, domainOf, fieldsOf, filled, firstFilled, time, unsigned, whole } from './sql-values'

const metadataFields = [
  ...['user_api_key_hash', 'user_api_key', 'user_api_key_org_id', 'user_api_key_team_id', 'user_api_key_user_id'],
  ...[
    'user_api_key_end_user_id',
    'user_api_key_user_email',
    'requester_ip_address',
    'user_agent',
    'requester_custom_headers',
  ],
]
const parameterFields = ['temperature', 'top_p', 'max_tokens', 'max_completion_tokens']

const org = firstFilled('r.organization_id', 'meta.user_api_key_org_id')
const team = firstFilled('r.team_id', 'meta.user_api_key_team_id')
const user = firstFilled('r.user', 'meta.user_api_key_user_id')
const key = firstFilled('r.api_key', 'meta.user_api_key_hash', 'meta.user_api_key')
const endUser = firstFilled('r.end_user', 'meta.user_api_key_end_user_id')
const secondsAsMilliseconds = (text: string) => `toInt64(round(toFloat64OrNull(${text}) * 1000))`
const userAgentTag =
  "replaceRegexpOne(arrayFirst(t -> startsWith(t, 'User-Agent: '), JSONExtract(ifNull(r.request_tags, ''), 'Array(String)')), '^User-Agent: ', '')"

export const liteLlmFields = [
  ...['id', 'request_id', 'trace_id', 'session_id', 'api_key', 'startTime', 'endTime', 'response_time'],
  ...['request_duration_ms', 'model', 'user', 'team_id', 'organization_id', 'end_user', 'metadata', 'prompt_tokens'],
  ...['completion_tokens', 'request_tags', 'requester_ip_address', 'messages', 'response', 'proxy_server_request'],
  ...['status', 'model_parameters', 'error_information', 'user_agent'],
]

export const liteLlmIgnored = ['call_type', 'custom_llm_provider', 'total_tokens']

export const liteLlmSteps = {
  meta: fieldsOf('r.metadata', metadataFields),
  parameters: fieldsOf(firstFilled('r.model_parameters', 'r.proxy_server_request'), parameterFields),
  failure: fieldsOf('r.error_information', ['error_code']),
  messages: messagesOf("nullIf(r.messages, '{}')"),
  ...responseSteps('r.response'),
  started: time('r.startTime'),
  ended: time('r.endTime'),
}

export const liteLlmColumns = {
  request_id: firstFilled('r.request_id', 'r.id'),
  session_id: firstFilled('r.session_id', 'r.trace_id'),
  org_id: org,
  // The finest customer identity that outlives a rotated key; the key itself, then the customer's own user, come last.
  account_id: `coalesce(${user}, ${team}, ${org}, ${key}, ${endUser})`,
  user_id: endUser,
  api_key_id: key,
  ip: address(firstFilled('r.requester_ip_address', 'meta.requester_ip_address')),
  user_agent: `coalesce(${firstFilled('r.user_agent', 'meta.user_agent')}, ${filled(userAgentTag)})`,
  model: filled('r.model'),
  system_prompt: systemPromptOf('messages'),
  prompt: promptOf('messages'),
  response: `coalesce(${responseColumns.response}, if(startsWith(ifNull(r.response, ''), '{') OR notEmpty(events), NULL, ${filled('r.response')}))`,
  input_tokens: unsigned('r.prompt_tokens'),
  output_tokens: unsigned('r.completion_tokens'),
  reasoning_tokens: responseColumns.reasoning_tokens,
  cached_tokens: responseColumns.cached_tokens,
  latency_ms: `coalesce(${secondsAsMilliseconds('r.response_time')}, ${whole('r.request_duration_ms', 'Int64')}, ${between('started', 'ended')})`,
  status: `coalesce(${whole('failure.error_code', 'Int32')}, if(r.status = 'success', 200, NULL), ${whole('r.status', 'Int32')})`,
  finish_reason: responseColumns.finish_reason,
  temperature: decimal('parameters.temperature'),
  top_p: decimal('parameters.top_p'),
  max_tokens: `coalesce(${unsigned('parameters.max_completion_tokens')}, ${unsigned('parameters.max_tokens')})`,
  email_domain: domainOf('meta.user_api_key_user_email'),
}

export const liteLlmKeeps = { messages: `if(${hasHistory('messages')}, r.messages, NULL)` }
