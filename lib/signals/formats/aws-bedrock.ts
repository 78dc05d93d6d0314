/** AWS Bedrock model invocation log: bodies in the model's own dialect or Converse, streams as lists of events. */

import type { LogFormat } from './log-format'
import { hasAll } from './record-shape'
import { conversation, converseColumns, converseSteps, requestColumns, requestSteps, requestUser } from './request-sql'
import { replyLatency, replyThinking, responseColumns, responseSteps } from './response-sql'
import { fieldsOf, filled, milliseconds, quoted, unsigned } from './sql-values'

/** HTTP status of each exception, as the API's reference has it. */
const statusOfError = `transform(ifNull(r.errorCode, ''), ['AccessDeniedException', 'ValidationException', 'ResourceNotFoundException', 'ModelTimeoutException', 'ModelErrorException', 'ThrottlingException', 'ModelNotReadyException', 'ServiceQuotaExceededException', 'InternalServerException', 'ServiceUnavailableException'], [403, 400, 404, 408, 424, 429, 429, 400, 500, 503], NULL)`

export const awsBedrock: LogFormat = {
  id: 'aws-bedrock',
  name: 'AWS Bedrock model invocation log',
  rows: 'requests',
  recognises: (record) =>
    record.schemaType === 'ModelInvocationLog' || hasAll(record, 'modelId', 'operation', 'requestId'),
  fields: [
    'timestamp',
    'accountId',
    'identity',
    'requestId',
    'modelId',
    'input',
    'output',
    'errorCode',
    'region',
    'operation',
  ],
  ignored: ['schemaType', 'schemaVersion'],
  steps: {
    identity: fieldsOf('r.identity', ['arn']),
    input: fieldsOf('r.input', ['inputBodyJson', 'inputBodyS3Path', 'inputTokenCount', 'cacheReadInputTokenCount']),
    output: fieldsOf('r.output', ['outputBodyJson', 'outputBodyS3Path', 'outputTokenCount']),
    ...requestSteps('input.inputBodyJson'),
    ...converseSteps,
    ...responseSteps('output.outputBodyJson'),
  },
  time: 'r.timestamp',
  columns: {
    request_id: filled('r.requestId'),
    org_id: filled('r.accountId'),
    account_id: `coalesce(${filled('r.accountId')}, ${filled('identity.arn')}, ${requestUser})`,
    user_id: filled('identity.arn'),
    model: filled('r.modelId'),
    ...requestColumns,
    ...converseColumns,
    ...responseColumns,
    input_tokens: `coalesce(${unsigned('input.inputTokenCount')}, ${responseColumns.input_tokens})`,
    output_tokens: `coalesce(${unsigned('output.outputTokenCount')}, ${responseColumns.output_tokens})`,
    cached_tokens: `coalesce(${unsigned('input.cacheReadInputTokenCount')}, ${responseColumns.cached_tokens})`,
    latency_ms: milliseconds(replyLatency),
    status: statusOfError,
    finish_reason: `coalesce(${responseColumns.finish_reason}, ${filled('r.errorCode')})`,
  },
  keeps: {
    operation: quoted('r.operation'),
    region: quoted('r.region'),
    end_user: quoted(requestUser),
    input_at: quoted('input.inputBodyS3Path'),
    output_at: quoted('output.outputBodyS3Path'),
    messages: conversation,
    thinking: quoted(replyThinking),
  },
}
