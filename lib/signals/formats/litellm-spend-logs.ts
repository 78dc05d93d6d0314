/** LiteLLM: rows of its SpendLogs table, in which lists and objects are JSON in text. */

import { isSpendLog } from './litellm'
import { liteLlmColumns, liteLlmFields, liteLlmIgnored, liteLlmKeeps, liteLlmSteps } from './litellm-columns'
import type { LogFormat } from './log-format'

export const liteLlmSpendLogs: LogFormat = {
  id: 'litellm-spend-logs',
  name: 'LiteLLM SpendLogs table',
  rows: 'requests',
  recognises: isSpendLog,
  fields: liteLlmFields,
  ignored: liteLlmIgnored,
  steps: liteLlmSteps,
  time: 'r.startTime',
  columns: liteLlmColumns,
  keeps: liteLlmKeeps,
}
