/** Helicone requests, as its API and its exports give them. */

import type { LogFormat } from './log-format'
import { hasAll, hasAny } from './record-shape'
import { conversation, requestColumns, requestSteps, requestUser } from './request-sql'
import { replyThinking, responseColumns, responseSteps } from './response-sql'
import {
  between,
  filled,
  firstFilled,
  header,
  jsonText,
  milliseconds,
  quoted,
  time,
  unsigned,
  whole,
} from './sql-values'

const user = `coalesce(${firstFilled('r.request_user_id', 'r.helicone_user', 'r.user_id')}, ${requestUser})`
const org = firstFilled('r.organization_id', 'r.organization')

export const helicone: LogFormat = {
  id: 'helicone',
  name: 'Helicone requests',
  rows: 'requests',
  recognises: (record) =>
    hasAll(record, 'request_created_at') &&
    hasAny(record, 'request_body', 'response_body', 'request_model', 'signed_body_url'),
  fields: [
    ...['request_id', 'request_created_at', 'response_created_at', 'request_body', 'response_body', 'response_status'],
    ...[
      'request_model',
      'response_model',
      'model_override',
      'request_user_id',
      'helicone_user',
      'user_id',
      'request_properties',
    ],
    ...[
      'delay_ms',
      'prompt_tokens',
      'completion_tokens',
      'prompt_cache_read_tokens',
      'country_code',
      'organization_id',
    ],
    ...['organization', 'request_auth_hash', 'auth_hash'],
  ],
  ignored: ['total_tokens', 'asset_ids', 'asset_urls', 'scores', 'feedback_rating', 'llmSchema'],
  steps: {
    ...requestSteps('r.request_body'),
    ...responseSteps('r.response_body'),
    started: time('r.request_created_at'),
    ended: time('r.response_created_at'),
  },
  time: 'r.request_created_at',
  columns: {
    request_id: filled('r.request_id'),
    session_id: header('r.request_properties', 'helicone-session-id'),
    org_id: org,
    account_id: `coalesce(${user}, ${org}, ${firstFilled('r.request_auth_hash', 'r.auth_hash')})`,
    user_id: user,
    api_key_id: firstFilled('r.request_auth_hash', 'r.auth_hash'),
    country: filled('r.country_code'),
    model: firstFilled('r.response_model', 'r.model_override', 'r.request_model'),
    ...requestColumns,
    ...responseColumns,
    input_tokens: `coalesce(${unsigned('r.prompt_tokens')}, ${responseColumns.input_tokens})`,
    output_tokens: `coalesce(${unsigned('r.completion_tokens')}, ${responseColumns.output_tokens})`,
    cached_tokens: `coalesce(${unsigned('r.prompt_cache_read_tokens')}, ${responseColumns.cached_tokens})`,
    latency_ms: `coalesce(${milliseconds('r.delay_ms')}, ${between('started', 'ended')})`,
    status: whole('r.response_status', 'Int32'),
  },
  keeps: {
    request_properties: jsonText('r.request_properties'),
    messages: conversation,
    thinking: quoted(replyThinking),
  },
}
