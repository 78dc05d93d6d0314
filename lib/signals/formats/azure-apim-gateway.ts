/** Azure API Management, GatewayLogs: requests and responses with their bodies as JSON in text. */

import type { LogFormat } from './log-format'
import { hasAny, objectIn } from './record-shape'
import { conversation, requestColumns, requestModel, requestSteps, requestUser } from './request-sql'
import { replyId, replyModel, replyThinking, responseColumns, responseSteps } from './response-sql'
import { address, fieldsOf, firstFilled, header, milliseconds, quoted, whole } from './sql-values'

const properties = [
  ...[
    'requestBody',
    'backendRequestBody',
    'responseBody',
    'backendResponseBody',
    'requestHeaders',
    'responseCode',
    'url',
  ],
  ...['backendUrl', 'userId', 'apimSubscriptionId', 'productId'],
]
const columnsOfTable = [
  ...[
    'RequestBody',
    'BackendRequestBody',
    'ResponseBody',
    'BackendResponseBody',
    'RequestHeaders',
    'ResponseCode',
    'Url',
  ],
  ...['BackendUrl', 'UserId', 'ApimSubscriptionId', 'ProductId'],
]
/** A property of the diagnostic record, or the column of the Log Analytics table that holds it. */
const either = (...names: string[]) =>
  firstFilled(...names.flatMap((name) => [`props.${name}`, `r.${name[0]?.toUpperCase()}${name.slice(1)}`]))
const top = (...names: string[]) => firstFilled(...names.map((name) => `r.${name}`))
const deployment = `nullIf(extract(ifNull(${either('url', 'backendUrl')}, ''), '/deployments/([^/?]+)'), '')`

export const azureApimGateway: LogFormat = {
  id: 'azure-apim-gateway',
  name: 'Azure API Management gateway log',
  rows: 'requests',
  recognises: (record) =>
    (/^(Microsoft\.ApiManagement\/)?GatewayLogs$/i.test(String(record.category ?? record.operationName)) ||
      hasAny(record, 'ApimSubscriptionId', 'BackendRequestBody', 'BackendResponseBody') ||
      hasAny(objectIn(record.properties), 'backendRequestBody', 'backendUrl', 'apimSubscriptionId')) &&
    !hasAny(record, 'RequestMessages', 'ResponseMessages'),
  fields: [
    ...['time', 'TimeGenerated', 'correlationId', 'CorrelationId', 'callerIpAddress', 'CallerIpAddress'],
    ...['durationMs', 'DurationMs', 'TotalTime', 'properties', 'category', 'Category', ...columnsOfTable],
  ],
  steps: {
    props: fieldsOf('r.properties', properties),
    ...requestSteps(either('requestBody', 'backendRequestBody')),
    ...responseSteps(either('responseBody', 'backendResponseBody')),
  },
  time: top('time', 'TimeGenerated'),
  isOurs: `ifNull(${top('category', 'Category')}, 'GatewayLogs') = 'GatewayLogs'`,
  columns: {
    request_id: top('correlationId', 'CorrelationId'),
    org_id: either('apimSubscriptionId', 'productId'),
    account_id: `coalesce(${either('apimSubscriptionId', 'userId', 'productId')}, ${requestUser})`,
    user_id: `coalesce(${either('userId')}, ${requestUser})`,
    api_key_id: either('apimSubscriptionId'),
    ip: address(top('callerIpAddress', 'CallerIpAddress')),
    user_agent: header(either('requestHeaders'), 'user-agent'),
    model: `coalesce(${replyModel}, ${requestModel}, ${deployment})`,
    ...requestColumns,
    ...responseColumns,
    latency_ms: milliseconds(top('durationMs', 'DurationMs', 'TotalTime')),
    status: whole(either('responseCode'), 'Int32'),
  },
  keeps: {
    response_id: quoted(replyId),
    url: quoted(either('url')),
    product: quoted(either('productId')),
    messages: conversation,
    thinking: quoted(replyThinking),
  },
}
