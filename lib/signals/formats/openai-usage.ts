/** OpenAI's usage report: per minute, hour or day the sums of tokens and requests, by project, user, key and model where it was asked so. */

import type { LogFormat } from './log-format'
import { hasAll, hasAny, objectIn } from './record-shape'
import { fieldsOf, filled, firstFilled, jsonText, time, unsigned } from './sql-values'
import { sumName, sumSql } from './usage-sums'

const resultFields = [
  ...['input_tokens', 'input_cached_tokens', 'output_tokens', 'num_model_requests', 'project_id', 'user_id'],
  ...['api_key_id', 'model'],
]

export const openaiUsage: LogFormat = {
  id: 'openai-usage',
  name: 'OpenAI usage report',
  rows: 'sums',
  recognises: (record) =>
    hasAll(record, 'start_time', 'end_time', 'results') &&
    hasAny(objectIn(record.results), 'num_model_requests', 'object'),
  fields: ['start_time', 'end_time', 'results'],
  ignored: ['object'],
  steps: { result: fieldsOf('r.results', resultFields), until: time('r.end_time') },
  time: 'r.start_time',
  columns: {
    org_id: filled('result.project_id'),
    account_id: firstFilled('result.project_id', 'result.user_id', 'result.api_key_id'),
    user_id: filled('result.user_id'),
    api_key_id: filled('result.api_key_id'),
    model: filled('result.model'),
    input_tokens: unsigned('result.input_tokens'),
    output_tokens: unsigned('result.output_tokens'),
    cached_tokens: unsigned('result.input_cached_tokens'),
  },
  keeps: { [sumName]: sumSql(unsigned('result.num_model_requests'), 'until'), result: jsonText('r.results') },
}
