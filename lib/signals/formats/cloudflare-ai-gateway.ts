/** Cloudflare AI Gateway logs of its API; the bodies are there only when an exporter put them beside. */

import type { LogFormat } from './log-format'
import { hasAll } from './record-shape'
import { conversation, requestColumns, requestSteps, requestUser } from './request-sql'
import { replyThinking, responseColumns, responseSteps } from './response-sql'
import { filled, firstFilled, jsonText, milliseconds, quoted, unsigned, whole } from './sql-values'

/** Names under which a gateway's owner may put the customer into the metadata; its own choice, at most five. */
const names = [
  'account',
  'account_id',
  'accountid',
  'customer',
  'customer_id',
  'customerid',
  'tenant',
  'tenant_id',
  'user',
  'user_id',
  'userid',
  'email',
]
const pairs = `JSONExtractKeysAndValues(ifNull(r.metadata, ''), 'String')`
const customer = `nullIf(arrayFirst(v -> v != '', arrayMap(n -> arrayFirst(kv -> lower(kv.1) = n, ${pairs}).2, [${names.map((name) => `'${name}'`).join(', ')}])), '')`
const gateway = firstFilled('r.gateway_id', 'r.gateway')

export const cloudflareAiGateway: LogFormat = {
  id: 'cloudflare-ai-gateway',
  name: 'Cloudflare AI Gateway logs',
  rows: 'requests',
  recognises: (record) => hasAll(record, 'created_at', 'tokens_in', 'tokens_out'),
  fields: [
    ...['id', 'created_at', 'model', 'provider', 'duration', 'status_code', 'tokens_in', 'tokens_out', 'metadata'],
    ...['gateway_id', 'gateway', 'request', 'response', 'request_body', 'response_body'],
  ],
  ignored: ['request_content_type', 'response_content_type'],
  steps: {
    ...requestSteps(firstFilled('r.request', 'r.request_body')),
    ...responseSteps(firstFilled('r.response', 'r.response_body')),
    customer,
  },
  time: 'r.created_at',
  columns: {
    request_id: filled('r.id'),
    org_id: gateway,
    account_id: `coalesce(customer, ${requestUser}, ${gateway})`,
    user_id: `coalesce(customer, ${requestUser})`,
    model: filled('r.model'),
    ...requestColumns,
    ...responseColumns,
    input_tokens: unsigned('r.tokens_in'),
    output_tokens: unsigned('r.tokens_out'),
    latency_ms: milliseconds('r.duration'),
    status: whole('r.status_code', 'Int32'),
  },
  keeps: {
    provider: quoted('r.provider'),
    metadata: jsonText('r.metadata'),
    messages: conversation,
    thinking: quoted(replyThinking),
  },
}
