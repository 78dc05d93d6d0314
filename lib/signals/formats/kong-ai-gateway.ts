/** Kong AI Gateway log entries: the audit of a language-model plugin under `ai`, within the entry of Kong's own. */

import type { LogFormat } from './log-format'
import { isObject, objectIn } from './record-shape'
import { conversation, requestColumns, requestModel, requestSteps, requestUser } from './request-sql'
import { replyId, replyThinking, responseColumns, responseSteps } from './response-sql'
import {
  address,
  fieldsOf,
  filled,
  firstFilled,
  header,
  jsonText,
  milliseconds,
  quoted,
  unsigned,
  whole,
} from './sql-values'

const text = (...names: string[]) => names.map((name) => `${name} Nullable(String)`).join(', ')
const pluginType = `Tuple(payload Tuple(${text('request', 'response')}), usage Tuple(${text('prompt_tokens', 'completion_tokens', 'prompt_token', 'completion_token', 'time_to_first_token')}),
  meta Tuple(${text('request_model', 'response_model', 'provider_name', 'llm_latency')}))`
/** The plugin's part has the plugin's name; `proxy` goes first, as other plugins only add to it. */
const plugin = `arrayFirst(p -> p.1 != 'payload', arraySort(p -> (p.1 != 'proxy', p.1), JSONExtractKeysAndValuesRaw(ifNull(r.ai, '')))).2`
const consumer = firstFilled('consumer.custom_id', 'consumer.username', 'consumer.id')

export const kongAiGateway: LogFormat = {
  id: 'kong-ai-gateway',
  name: 'Kong AI Gateway log',
  rows: 'requests',
  recognises: (record) =>
    Object.values(objectIn(record.ai)).some((part) => isObject(part) && ('meta' in part || 'usage' in part)),
  fields: [
    ...['ai', 'started_at', 'client_ip', 'request', 'response', 'latencies', 'consumer', 'authenticated_entity'],
    ...['workspace', 'workspace_name', 'service'],
  ],
  ignored: ['tries', 'route', 'upstream_uri', 'upstream_status'],
  steps: {
    plugin: `JSONExtract(${plugin}, '${pluginType}')`,
    payload: `JSONExtract(ifNull(r.ai, ''), 'payload', 'Tuple(${text('request', 'response')})')`,
    consumer: fieldsOf('r.consumer', ['id', 'username', 'custom_id']),
    entity: fieldsOf('r.authenticated_entity', ['id']),
    http: fieldsOf('r.request', ['headers', 'id']),
    answer_http: fieldsOf('r.response', ['status']),
    times: fieldsOf('r.latencies', ['request']),
    service: fieldsOf('r.service', ['name']),
    ...requestSteps(firstFilled('payload.request', 'plugin.payload.request')),
    answered: firstFilled('plugin.payload.response', 'payload.response'),
    ...responseSteps('answered'),
  },
  time: 'r.started_at',
  columns: {
    request_id: `coalesce(${filled('http.id')}, ${header('http.headers', 'x-kong-request-id')}, ${replyId})`,
    org_id: firstFilled('r.workspace_name', 'r.workspace', 'service.name'),
    account_id: `coalesce(${consumer}, ${filled('entity.id')}, ${requestUser})`,
    user_id: `coalesce(${consumer}, ${requestUser})`,
    api_key_id: filled('entity.id'),
    ip: address('r.client_ip'),
    user_agent: header('http.headers', 'user-agent'),
    model: `coalesce(${firstFilled('plugin.meta.response_model', 'plugin.meta.request_model')}, ${requestModel})`,
    ...requestColumns,
    ...responseColumns,
    response: `coalesce(${responseColumns.response}, if(startsWith(ifNull(answered, ''), '{') OR notEmpty(events), NULL, answered))`,
    input_tokens: `coalesce(${unsigned(firstFilled('plugin.usage.prompt_tokens', 'plugin.usage.prompt_token'))}, ${responseColumns.input_tokens})`,
    output_tokens: `coalesce(${unsigned(firstFilled('plugin.usage.completion_tokens', 'plugin.usage.completion_token'))}, ${responseColumns.output_tokens})`,
    latency_ms: `coalesce(${milliseconds(filled('plugin.meta.llm_latency'))}, ${milliseconds('times.request')})`,
    status: whole('answer_http.status', 'Int32'),
  },
  keeps: {
    provider: quoted('plugin.meta.provider_name'),
    consumer: jsonText('r.consumer'),
    request_ms: filled('times.request'),
    messages: conversation,
    thinking: quoted(replyThinking),
  },
}
