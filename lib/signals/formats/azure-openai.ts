/** Azure OpenAI diagnostic log, category RequestResponse: who asked which deployment and for how long, without any content. */

import type { LogFormat } from './log-format'
import { hasAny, objectIn } from './record-shape'
import { address, fieldsOf, filled, firstFilled, jsonText, milliseconds, quoted, whole } from './sql-values'

const either = (...names: string[]) => firstFilled(...names.map((name) => `r.${name}`))
const durations = either('durationMs', 'DurationMs', 'DurationMs_d')
const resource = either('resourceId', 'ResourceId', '_ResourceId')

export const azureOpenai: LogFormat = {
  id: 'azure-openai',
  name: 'Azure OpenAI diagnostic log (RequestResponse)',
  rows: 'requests',
  recognises: (record) =>
    /cognitiveservices/i.test(
      String(record.resourceId ?? record.ResourceId ?? record._ResourceId ?? record.ResourceProvider),
    ) ||
    (hasAny(record, 'properties', 'properties_s') &&
      hasAny(objectIn(record.properties ?? record.properties_s), 'modelDeploymentName', 'streamType')),
  fields: [
    ...[
      'time',
      'TimeGenerated',
      'correlationId',
      'CorrelationId',
      'resourceId',
      'ResourceId',
      '_ResourceId',
      'category',
      'Category',
    ],
    ...['callerIpAddress', 'CallerIPAddress', 'CallerIpAddress', 'durationMs', 'DurationMs', 'DurationMs_d'],
    ...['resultSignature', 'ResultSignature', 'resultSignature_s', 'properties', 'properties_s'],
  ],
  steps: {
    props: either('properties', 'properties_s'),
    said: fieldsOf('props', ['modelName', 'modelVersion', 'modelDeploymentName', 'objectId', 'requestTime']),
  },
  time: `coalesce(${either('time', 'TimeGenerated')}, ${filled('said.requestTime')})`,
  isOurs: `ifNull(${either('category', 'Category')}, 'RequestResponse') = 'RequestResponse'`,
  columns: {
    request_id: either('correlationId', 'CorrelationId'),
    org_id: resource,
    account_id: `coalesce(${resource}, ${filled('said.objectId')})`,
    user_id: filled('said.objectId'),
    ip: address(either('callerIpAddress', 'CallerIPAddress', 'CallerIpAddress')),
    model: firstFilled('said.modelName', 'said.modelDeploymentName'),
    latency_ms: milliseconds(durations),
    status: whole(either('resultSignature', 'ResultSignature', 'resultSignature_s'), 'Int32'),
  },
  keeps: { properties: jsonText('props'), category: quoted(either('category', 'Category')) },
}
