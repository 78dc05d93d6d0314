/** LiteLLM: the StandardLoggingPayload of its callbacks. */

import { liteLlmColumns, liteLlmFields, liteLlmIgnored, liteLlmKeeps, liteLlmSteps } from './litellm-columns'
import type { LogFormat, SourceRecord } from './log-format'
import { hasAny } from './record-shape'

export const liteLlm: LogFormat = {
  id: 'litellm',
  name: 'LiteLLM callbacks (StandardLoggingPayload)',
  rows: 'requests',
  recognises: (record) => isLiteLlm(record) && !isSpendLog(record),
  fields: liteLlmFields,
  ignored: liteLlmIgnored,
  steps: liteLlmSteps,
  time: 'r.startTime',
  columns: liteLlmColumns,
  keeps: liteLlmKeeps,
}

const isLiteLlm = (record: SourceRecord) =>
  'startTime' in record && hasAny(record, 'call_type', 'custom_llm_provider', 'messages') && !('traceId' in record)

/** True for a row of the SpendLogs table, which names the key and the spend at its top. */
export const isSpendLog = (record: SourceRecord): boolean =>
  isLiteLlm(record) && 'request_id' in record && hasAny(record, 'api_key', 'spend')
