/** OpenTelemetry spans of GenAI calls in OTLP/JSON, in the current attribute names, the older ones and OpenLLMetry's. */

import { messagesOf, partsText, promptOf, systemPromptOf } from './chat-sql'
import type { LogFormat } from './log-format'
import { isObject, objectIn } from './record-shape'
import { conversation } from './request-sql'
import { address, between, decimal, filled, firstFilled, quoted, time, unsigned, whole } from './sql-values'

const valueType =
  'Tuple(stringValue Nullable(String), intValue Nullable(String), doubleValue Nullable(String), boolValue Nullable(String), arrayValue Tuple(values Array(Tuple(stringValue Nullable(String)))))'
const pair = `(a.key, coalesce(a.value.stringValue, a.value.intValue, a.value.doubleValue, a.value.boolValue, a.value.arrayValue.values[1].stringValue))`
const attributes = (json: string) =>
  `CAST(arrayMap(a -> ${pair}, JSONExtract(ifNull(${json}, ''), 'Array(Tuple(key String, value ${valueType}))')), 'Map(String, Nullable(String))')`

/** The first filled of several attributes of the span, else of the resource. */
const attribute = (...names: string[]) => firstFilled(...names.map((name) => `of_span['${name}']`))
const ofEither = (...names: string[]) =>
  firstFilled(...names.flatMap((name) => [`of_span['${name}']`, `of_resource['${name}']`]))
/** OpenLLMetry numbers the messages: gen_ai.prompt.0.role, gen_ai.prompt.0.content and so on. */
const numbered = (kind: string) =>
  `toJSONString(arrayMap(i -> map('role', ifNull(of_span[concat('${kind}.', toString(i), '.role')], 'user'), 'content', ifNull(of_span[concat('${kind}.', toString(i), '.content')], '')), range(length(arrayFilter(k -> match(k, '^${kind.replaceAll('.', '[.]')}[.][0-9]+[.]content$'), mapKeys(of_span))))))`
const asked = `coalesce(${attribute('gen_ai.input.messages')}, nullIf(${numbered('gen_ai.prompt')}, '[]'), ${attribute('gen_ai.prompt')})`
const said = `coalesce(${attribute('gen_ai.output.messages')}, nullIf(${numbered('gen_ai.completion')}, '[]'), ${attribute('gen_ai.completion')})`
const user = ofEither('user.id', 'enduser.id', 'gen_ai.request.user', 'gen_ai.user', 'llm.user')

export const otelGenai: LogFormat = {
  id: 'otel-genai',
  name: 'OpenTelemetry GenAI spans (OTLP/JSON)',
  rows: 'requests',
  recognises: (record) => {
    const span = objectIn(objectIn(record.scopeSpans).spans ?? record)
    return 'startTimeUnixNano' in span && Array.isArray(span.attributes) && span.attributes.every(isObject)
  },
  fields: [
    'resource',
    'scopeSpans',
    'traceId',
    'spanId',
    'name',
    'startTimeUnixNano',
    'endTimeUnixNano',
    'attributes',
    'status',
  ],
  ignored: ['schemaUrl', 'kind', 'parentSpanId', 'flags'],
  steps: {
    resource: `JSONExtract(ifNull(r.resource, ''), 'Tuple(attributes Nullable(String))')`,
    of_resource: attributes('resource.attributes'),
    nested: `JSONExtract(ifNull(r.scopeSpans, ''), 'spans', 'Tuple(traceId Nullable(String), spanId Nullable(String), name Nullable(String), startTimeUnixNano Nullable(String), endTimeUnixNano Nullable(String), attributes Nullable(String), status Nullable(String))')`,
    span: `if(isNull(r.scopeSpans), (r.traceId, r.spanId, r.name, r.startTimeUnixNano, r.endTimeUnixNano, r.attributes, r.status), nested)`,
    of_span: attributes('span.6'),
    state: `JSONExtract(ifNull(span.7, ''), 'Tuple(code Nullable(String), message Nullable(String))')`,
    messages_text: asked,
    messages: messagesOf('messages_text'),
    answer: `arrayFirst(m -> isNotNull(m.content), ${messagesOf(said)}).content`,
    started: time('span.4'),
    ended: time('span.5'),
  },
  time: 'span.4',
  isOurs: `arrayExists(k -> startsWith(k, 'gen_ai.') OR startsWith(k, 'llm.'), mapKeys(of_span))`,
  columns: {
    request_id: `coalesce(${attribute('gen_ai.response.id')}, ${filled('span.2')})`,
    session_id: `coalesce(${ofEither('session.id', 'gen_ai.conversation.id')}, ${filled('span.1')})`,
    org_id: ofEither('service.name'),
    account_id: `coalesce(${ofEither('account.id', 'tenant.id', 'organization.id')}, ${user}, ${ofEither('service.name')})`,
    user_id: user,
    ip: address(ofEither('client.address', 'net.peer.ip', 'http.client_ip')),
    user_agent: ofEither('user_agent.original', 'http.user_agent'),
    model: attribute('gen_ai.response.model', 'gen_ai.request.model'),
    system_prompt: `coalesce(${partsText(attribute('gen_ai.system_instructions'))}, ${systemPromptOf('messages')})`,
    prompt: promptOf('messages'),
    response: `coalesce(${partsText('answer')}, ${filled('answer')})`,
    input_tokens: unsigned(attribute('gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens')),
    output_tokens: unsigned(attribute('gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens')),
    reasoning_tokens: unsigned(attribute('gen_ai.usage.reasoning_tokens', 'gen_ai.usage.output_tokens.reasoning')),
    cached_tokens: unsigned(attribute('gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens')),
    latency_ms: between('started', 'ended'),
    status: whole(attribute('http.response.status_code', 'error.type'), 'Int32'),
    finish_reason: attribute('gen_ai.response.finish_reasons', 'gen_ai.completion.0.finish_reason', 'error.type'),
    temperature: decimal(attribute('gen_ai.request.temperature')),
    top_p: decimal(attribute('gen_ai.request.top_p')),
    max_tokens: unsigned(attribute('gen_ai.request.max_tokens')),
  },
  keeps: {
    trace_id: quoted('span.1'),
    span_id: quoted('span.2'),
    span: quoted('span.3'),
    provider: quoted(attribute('gen_ai.provider.name', 'gen_ai.system')),
    error: quoted('state.message'),
    messages: conversation,
  },
}
