/** LiteLLM: the StandardLoggingPayload of its callbacks and the rows of its SpendLogs table, which differ in a few names. */

import { answer, completionSteps, hasHistory, messagesOf, promptOf, systemPromptOf } from './chat-sql'
import type { LogFormat } from './log-format'
import { decimal, fieldsOf, filled, firstFilled, time, unsigned, whole } from './sql-values'

const metadataFields = [
  'user_api_key_hash',
  'user_api_key_org_id',
  'user_api_key_team_id',
  'user_api_key_user_id',
  'user_api_key_end_user_id',
  'user_api_key_user_email',
  'requester_ip_address',
  'user_agent',
  'requester_custom_headers',
  'usage_object',
] as const
const parameterFields = ['temperature', 'top_p', 'max_tokens', 'max_completion_tokens'] as const

const org = firstFilled('r.organization_id', 'meta.user_api_key_org_id')
const team = firstFilled('r.team_id', 'meta.user_api_key_team_id')
const user = firstFilled('r.user', 'meta.user_api_key_user_id')
const key = firstFilled('r.api_key', 'meta.user_api_key_hash')
const endUser = firstFilled('r.end_user', 'meta.user_api_key_end_user_id')
const milliseconds = (text: string) => `toInt64(round(toFloat64OrNull(${text}) * 1000))`
const userAgentTag =
  "replaceRegexpOne(arrayFirst(t -> startsWith(t, 'User-Agent: '), JSONExtract(ifNull(r.request_tags, ''), 'Array(String)')), '^User-Agent: ', '')"

export const litellm: LogFormat = {
  id: 'litellm',
  name: 'LiteLLM',
  recognises: (record) =>
    'startTime' in record && ('call_type' in record || 'custom_llm_provider' in record || 'messages' in record),
  fields: [
    'id',
    'request_id',
    'trace_id',
    'session_id',
    'api_key',
    'startTime',
    'endTime',
    'response_time',
    'request_duration_ms',
    'model',
    'user',
    'team_id',
    'organization_id',
    'end_user',
    'metadata',
    'prompt_tokens',
    'completion_tokens',
    'request_tags',
    'requester_ip_address',
    'messages',
    'response',
    'proxy_server_request',
    'status',
    'model_parameters',
    'error_information',
  ],
  steps: {
    meta: fieldsOf('r.metadata', metadataFields),
    parameters: fieldsOf(firstFilled('r.model_parameters', 'r.proxy_server_request'), parameterFields),
    failure: fieldsOf('r.error_information', ['error_code']),
    messages: messagesOf("nullIf(r.messages, '{}')"),
    ...completionSteps('r.response'),
    started: time('r.startTime'),
    ended: time('r.endTime'),
  },
  time: 'r.startTime',
  columns: {
    request_id: firstFilled('r.request_id', 'r.id'),
    session_id: firstFilled('r.session_id', 'r.trace_id'),
    org_id: org,
    // The finest customer identity that outlives a rotated key; the key itself, then the customer's own user, come last.
    account_id: `coalesce(${user}, ${team}, ${org}, ${key}, ${endUser})`,
    user_id: endUser,
    api_key_id: key,
    ip: firstFilled('r.requester_ip_address', 'meta.requester_ip_address'),
    user_agent: `coalesce(${filled('meta.user_agent')}, ${filled(userAgentTag)})`,
    model: filled('r.model'),
    system_prompt: systemPromptOf('messages'),
    prompt: promptOf('messages'),
    response: `coalesce(${answer}, if(startsWith(ifNull(r.response, ''), '{'), NULL, ${filled('r.response')}))`,
    input_tokens: unsigned('r.prompt_tokens'),
    output_tokens: unsigned('r.completion_tokens'),
    reasoning_tokens: unsigned('usage.completion_tokens_details.reasoning_tokens'),
    cached_tokens: unsigned('usage.prompt_tokens_details.cached_tokens'),
    latency_ms: `coalesce(${milliseconds('r.response_time')}, ${whole('r.request_duration_ms', 'Int64')}, dateDiff('millisecond', started, ended))`,
    status: `coalesce(${whole('failure.error_code', 'Int32')}, if(r.status = 'success', 200, NULL), ${whole('r.status', 'Int32')})`,
    finish_reason: filled('choice.finish_reason'),
    temperature: decimal('parameters.temperature'),
    top_p: decimal('parameters.top_p'),
    max_tokens: `coalesce(${unsigned('parameters.max_completion_tokens')}, ${unsigned('parameters.max_tokens')})`,
    email_domain: `nullIf(lower(splitByChar('@', ifNull(meta.user_api_key_user_email, ''))[2]), '')`,
    extra: `if(${hasHistory('messages')}, concat('{"messages":', r.messages, '}'), NULL)`,
  },
  keepsUnknown: false,
}
