/** OpenAI Batch: lines of the input and of the output file, joined on `custom_id` when both are in one log. */

import type { LogFormat } from './log-format'
import { hasAll, hasAny, objectIn } from './record-shape'
import { conversation, requestColumns, requestModel, requestSteps, requestUser } from './request-sql'
import { replyCreated, replyModel, replyThinking, responseColumns, responseSteps } from './response-sql'
import { fieldsOf, filled, quoted, whole } from './sql-values'

export const openaiBatch: LogFormat = {
  id: 'openai-batch',
  name: 'OpenAI batch input and output',
  rows: 'requests',
  recognises: (record) =>
    'custom_id' in record &&
    (hasAll(record, 'method', 'body') || (hasAny(record, 'response', 'error') && !('result' in record))) &&
    (!('response' in record) ||
      record.response === null ||
      'body' in objectIn(record.response) ||
      'status_code' in objectIn(record.response)),
  fields: ['id', 'custom_id', 'method', 'url', 'body', 'response', 'error'],
  steps: {
    answered: fieldsOf('r.response', ['status_code', 'request_id', 'body']),
    ...requestSteps('r.body'),
    ...responseSteps('answered.body'),
    failure: fieldsOf(`coalesce(${filled('r.error')}, reply.error)`, ['code', 'type']),
  },
  time: replyCreated,
  columns: {
    request_id: filled('r.custom_id'),
    account_id: requestUser,
    user_id: requestUser,
    model: `coalesce(${replyModel}, ${requestModel})`,
    ...requestColumns,
    ...responseColumns,
    status: whole('answered.status_code', 'Int32'),
    finish_reason: `coalesce(${responseColumns.finish_reason}, ${filled('failure.code')}, ${filled('failure.type')})`,
  },
  keeps: {
    batch: `toJSONString(if(isNotNull(r.method), 'input', 'output'))`,
    request_id: quoted('answered.request_id'),
    url: quoted('r.url'),
    messages: conversation,
    thinking: quoted(replyThinking),
  },
  parts: {
    number: `if(JSONExtractString(ifNull(extra, ''), 'batch') = 'output', 0, 1)`,
    scaffold: [],
    columns: {},
  },
}
