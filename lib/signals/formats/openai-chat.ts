/** Pairs of a request to OpenAI (chat, responses or completions) and its response, with whatever canonical fields stand beside them. */

import { isAnthropicPair } from './anthropic-messages'
import { canonical } from './canonical'
import type { LogFormat } from './log-format'
import { hasAny, objectIn } from './record-shape'
import { conversation, requestColumns, requestModel, requestSteps, requestUser } from './request-sql'
import { replyCreated, replyId, replyModel, replyThinking, responseColumns, responseSteps } from './response-sql'
import { filled, firstFilled, header, milliseconds, quoted, whole } from './sql-values'

const beside = canonical.fields.filter((name) => name !== 'response' && name !== 'prompt' && name !== 'extra')
const bodies = { ...requestColumns, ...responseColumns }

/** The canonical field beside the pair wins over what the pair says. */
const either = (name: keyof typeof canonical.columns, other: string) => `coalesce(${canonical.columns[name]}, ${other})`
const headers = firstFilled('r.response_headers', 'r.headers')
const organization = `coalesce(${filled('r.organization')}, ${header(headers, 'openai-organization')})`

export const openaiChat: LogFormat = {
  id: 'openai-chat',
  name: 'OpenAI chat completions (request and response)',
  rows: 'requests',
  recognises: (record) =>
    'response' in record &&
    !('custom_id' in record) &&
    hasAny(objectIn(record.request), 'messages', 'input', 'prompt') &&
    isCompletion(record.response) &&
    !isAnthropicPair(record),
  fields: [
    ...beside,
    'request',
    'response',
    'organization',
    'project',
    'response_headers',
    'headers',
    'status_code',
    'extra',
  ],
  steps: { ...requestSteps('r.request'), ...responseSteps('r.response') },
  time: `coalesce(${filled('r.timestamp')}, ${replyCreated})`,
  columns: {
    ...Object.fromEntries(beside.map((name) => [name, canonical.columns[name as keyof typeof canonical.columns]])),
    request_id: either('request_id', `coalesce(${header(headers, 'x-request-id')}, ${replyId})`),
    org_id: either('org_id', organization),
    account_id: `coalesce(${filled('r.account_id')}, ${organization}, ${firstFilled('r.project', 'r.org_id', 'r.api_key_id')}, ${requestUser})`,
    user_id: either('user_id', requestUser),
    model: either('model', `coalesce(${replyModel}, ${requestModel})`),
    ...Object.fromEntries(
      Object.entries(bodies).map(([name, sql]) => [name, beside.includes(name) ? either(name as never, sql) : sql]),
    ),
    latency_ms: either('latency_ms', milliseconds(header(headers, 'openai-processing-ms'))),
    status: either('status', whole('r.status_code', 'Int32')),
  },
  keeps: { messages: conversation, thinking: quoted(replyThinking) },
}

/** Choices, output, events of a stream or an error; a response that is missing, empty or bare text says nothing against it. */
function isCompletion(response: unknown): boolean {
  if (typeof response === 'string' && !response.trimStart().startsWith('{')) return true
  const reply = objectIn(Array.isArray(response) ? response[0] : response)
  return Object.keys(reply).length === 0 || hasAny(reply, 'choices', 'error', 'output', 'generation', 'completion')
}
