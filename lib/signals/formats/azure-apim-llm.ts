/** Azure API Management, GatewayLlmLog: messages and tokens of a call, of which long messages are spread over several records. */

import { messagesOf, partsText, promptOf, systemPromptOf } from './chat-sql'
import type { LogFormat } from './log-format'
import { hasAll, hasAny } from './record-shape'
import { firstFilled, quoted, unsigned } from './sql-values'

const read = (name: string) => `JSONExtract(ifNull(p.3, ''), '${name}', 'Nullable(String)')`
const list = (name: string) => `arrayFilter(t -> isNotNull(t), arrayMap(p -> ${read(name)}, parts))`
const messageType = 'Array(Tuple(role Nullable(String), content Nullable(String)))'

/**
 * The messages of all parts. A message that goes on in the next part begins there with the same role, and its texts are put
 * together; lists cut as bare text are put together before they are read.
 */
function whole(name: string): string {
  const all = list(name)
  const everyIsList = `arrayAll(t -> startsWith(ifNull(t, ''), '[') AND isValidJSON(ifNull(t, '')), ${all})`
  const bare = messagesOf(`arrayStringConcat(${all})`)
  const continued = `arrayFold((whole, next) -> if(notEmpty(whole) AND notEmpty(next) AND whole[-1].role = next[1].role,
      arrayConcat(arrayPopBack(whole), [CAST((whole[-1].role, concat(ifNull(whole[-1].content, ''), ifNull(next[1].content, ''))), 'Tuple(role Nullable(String), content Nullable(String))')], arrayPopFront(next)),
      arrayConcat(whole, next)), arrayMap(t -> JSONExtract(ifNull(t, ''), '${messageType}'), ${all}), CAST([], '${messageType}'))`
  return `if(${everyIsList}, ${continued}, ${bare})`
}

export const azureApimLlm: LogFormat = {
  id: 'azure-apim-llm',
  name: 'Azure API Management log of language models',
  rows: 'requests',
  recognises: (record) =>
    hasAny(record, 'CorrelationId', 'RequestId') &&
    (hasAny(record, 'RequestMessages', 'ResponseMessages') || hasAll(record, 'SequenceNumber', 'DeploymentName')),
  fields: [
    ...[
      'TimeGenerated',
      'CorrelationId',
      'RequestId',
      'DeploymentName',
      'ModelName',
      'PromptTokens',
      'CompletionTokens',
    ],
    ...['RequestMessages', 'ResponseMessages', 'SequenceNumber'],
  ],
  ignored: ['TotalTokens', 'TenantId', 'SourceSystem', 'Type'],
  steps: {},
  time: 'r.TimeGenerated',
  columns: {
    request_id: firstFilled('r.CorrelationId', 'r.RequestId'),
    model: firstFilled('r.ModelName', 'r.DeploymentName'),
    input_tokens: unsigned('r.PromptTokens'),
    output_tokens: unsigned('r.CompletionTokens'),
  },
  keeps: {
    part: `toString(ifNull(${unsigned('r.SequenceNumber')}, 0))`,
    request: `if(ifNull(r.RequestMessages, '') IN ('', '[]'), NULL, toJSONString(r.RequestMessages))`,
    response: `if(ifNull(r.ResponseMessages, '') IN ('', '[]'), NULL, toJSONString(r.ResponseMessages))`,
    response_id: quoted('r.RequestId'),
    deployment: quoted('r.DeploymentName'),
  },
  parts: {
    scaffold: ['part', 'request', 'response'],
    number: `JSONExtractUInt(ifNull(extra, ''), 'part')`,
    columns: {
      prompt: promptOf(whole('request')),
      system_prompt: systemPromptOf(whole('request')),
      response: `nullIf(arrayStringConcat(arrayMap(m -> ifNull(${partsText('m.content')}, ''), ${whole('response')}), '\\n'), '')`,
    },
  },
}
