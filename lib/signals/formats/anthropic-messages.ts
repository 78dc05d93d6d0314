/** Pairs of a request to Anthropic's Messages and its response, with whatever canonical fields stand beside them. */

import { canonical } from './canonical'
import type { LogFormat, SourceRecord } from './log-format'
import { objectIn } from './record-shape'
import { conversation, requestColumns, requestModel, requestSteps, requestUser } from './request-sql'
import { replyId, replyModel, replyThinking, responseColumns, responseSteps } from './response-sql'
import { filled, firstFilled, header, quoted, whole } from './sql-values'

const beside = canonical.fields.filter((name) => name !== 'response' && name !== 'prompt' && name !== 'extra')
const bodies = { ...requestColumns, ...responseColumns }
const either = (name: keyof typeof canonical.columns, other: string) => `coalesce(${canonical.columns[name]}, ${other})`
const headers = firstFilled('r.response_headers', 'r.headers')
const organization = `coalesce(${filled('r.organization')}, ${header(headers, 'anthropic-organization-id')})`
const errorType = "nullIf(JSONExtractString(ifNull(reply.error, ''), 'type'), '')"

/** HTTP status of each error type, as the API's documentation has it. */
const statusOfError = `transform(ifNull(${errorType}, ''), ['invalid_request_error', 'authentication_error', 'billing_error', 'permission_error', 'not_found_error', 'request_too_large', 'rate_limit_error', 'api_error', 'timeout_error', 'overloaded_error'], [400, 401, 402, 403, 404, 413, 429, 500, 504, 529], NULL)`

export const anthropicMessages: LogFormat = {
  id: 'anthropic-messages',
  name: 'Anthropic Messages (request and response)',
  rows: 'requests',
  recognises: isAnthropicPair,
  fields: [...beside, 'request', 'response', 'organization', 'response_headers', 'headers', 'status_code', 'extra'],
  steps: { ...requestSteps('r.request'), ...responseSteps('r.response') },
  time: `coalesce(${filled('r.timestamp')}, ${httpDate(header(headers, 'date'))})`,
  columns: {
    ...Object.fromEntries(beside.map((name) => [name, canonical.columns[name as keyof typeof canonical.columns]])),
    request_id: either('request_id', `coalesce(${header(headers, 'request-id')}, ${replyId})`),
    org_id: either('org_id', organization),
    account_id: `coalesce(${filled('r.account_id')}, ${organization}, ${firstFilled('r.org_id', 'r.api_key_id')}, ${requestUser})`,
    user_id: either('user_id', requestUser),
    model: either('model', `coalesce(${replyModel}, ${requestModel})`),
    ...Object.fromEntries(
      Object.entries(bodies).map(([name, sql]) => [name, beside.includes(name) ? either(name as never, sql) : sql]),
    ),
    status: either('status', `coalesce(${whole('r.status_code', 'Int32')}, ${statusOfError})`),
    finish_reason: either('finish_reason', `coalesce(${responseColumns.finish_reason}, ${errorType})`),
  },
  keeps: { messages: conversation, thinking: quoted(replyThinking) },
}

/** True for a pair whose response is a message, a stream or an error of this API. */
export function isAnthropicPair(record: SourceRecord): boolean {
  if ('custom_id' in record || !('messages' in objectIn(record.request))) return false
  const { response } = record
  const reply = objectIn(Array.isArray(response) ? response[0] : response)
  if (typeof response === 'string' && /^event: ?(message_start|error)/.test(response)) return true
  return reply.type === 'message' || reply.type === 'message_start' || reply.type === 'error'
}

/** "Sun, 06 Nov 1994 08:49:37 GMT" as ISO 8601. */
function httpDate(text: string): string {
  return `formatDateTime(parseDateTimeOrNull(${text}, '%a, %d %b %Y %H:%i:%s GMT', 'UTC'), '%Y-%m-%dT%H:%i:%SZ', 'UTC')`
}
