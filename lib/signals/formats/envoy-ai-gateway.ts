/** Envoy AI Gateway access log: one line a call with tokens and addresses, without any content. */

import type { LogFormat } from './log-format'
import { hasAny } from './record-shape'
import { address, decimal, milliseconds, quoted, unsigned, whole } from './sql-values'

/** Field names have dots, and '-' stands for nothing. */
const at = (name: string) => `nullIf(nullIf(tupleElement(r, '${name}'), '-'), '')`
const first = (...names: string[]) => `coalesce(${names.map(at).join(', ')})`

/** Names under which an operator may log the customer; the operator chooses them. */
const accountNames = ['x-account-id', 'x-tenant-id', 'x-org-id', 'x-customer-id', 'x-consumer-id', 'x-team-id']
const userNames = ['user.id', 'enduser.id', 'x-user-id', 'x-user']

export const envoyAiGateway: LogFormat = {
  id: 'envoy-ai-gateway',
  name: 'Envoy AI Gateway access log',
  rows: 'requests',
  recognises: (record) =>
    hasAny(record, 'gen_ai.request.model', 'gen_ai.usage.input_tokens', 'gen_ai.response.model') &&
    hasAny(record, 'start_time', 'response_code'),
  fields: [
    ...['gen_ai.request.model', 'gen_ai.response.model', 'gen_ai.provider.name', 'gen_ai.usage.input_tokens'],
    ...[
      'gen_ai.usage.output_tokens',
      'gen_ai.usage.reasoning_tokens',
      'gen_ai.usage.cached_input_tokens',
      'session.id',
    ],
    ...[
      'start_time',
      'response_code',
      'duration',
      'x-forwarded-for',
      'downstream_remote_address',
      'user-agent',
      'x-request-id',
    ],
    ...['gen_ai.request.temperature', 'x-api-key-id', ...accountNames, ...userNames],
  ],
  steps: {},
  time: at('start_time'),
  columns: {
    request_id: at('x-request-id'),
    session_id: at('session.id'),
    org_id: first('x-org-id', 'x-tenant-id'),
    account_id: first(...accountNames, ...userNames, 'x-api-key-id', 'session.id'),
    user_id: first(...userNames),
    api_key_id: at('x-api-key-id'),
    ip: address(first('x-forwarded-for', 'downstream_remote_address')),
    user_agent: at('user-agent'),
    model: first('gen_ai.response.model', 'gen_ai.request.model'),
    input_tokens: unsigned(at('gen_ai.usage.input_tokens')),
    output_tokens: unsigned(at('gen_ai.usage.output_tokens')),
    reasoning_tokens: unsigned(at('gen_ai.usage.reasoning_tokens')),
    cached_tokens: unsigned(at('gen_ai.usage.cached_input_tokens')),
    latency_ms: milliseconds(at('duration')),
    status: whole(at('response_code'), 'Int32'),
    temperature: decimal(at('gen_ai.request.temperature')),
  },
  keeps: { provider: quoted(at('gen_ai.provider.name')), requested_model: quoted(at('gen_ai.request.model')) },
}
