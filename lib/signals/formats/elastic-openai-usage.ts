/** OpenAI's usage report as Elastic's integration stores it: one document for each sum. */

import type { LogFormat } from './log-format'
import { objectIn } from './record-shape'
import { fieldsOf, filled, firstFilled, jsonText, time, unsigned } from './sql-values'
import { sumName, sumSql } from './usage-sums'

const baseFields = ['start_time', 'end_time', 'num_model_requests', 'project_id', 'user_id', 'api_key_id', 'model']

export const elasticOpenaiUsage: LogFormat = {
  id: 'elastic-openai-usage',
  name: 'OpenAI usage report in Elastic',
  rows: 'sums',
  recognises: (record) => 'base' in objectIn(objectIn(record._source ?? record).openai),
  fields: ['openai', '@timestamp', '_source'],
  steps: {
    source: `if(isNull(${filled('r.openai')}), fieldsOfSource, (r.openai, r.\`@timestamp\`))`.replace(
      'fieldsOfSource',
      `JSONExtract(ifNull(r._source, ''), 'Tuple(openai Nullable(String), at Nullable(String))')`,
    ),
    report: fieldsOf('source.1', ['base', 'completions']),
    base: fieldsOf('report.base', baseFields),
    tokens: fieldsOf('report.completions', ['input_tokens', 'output_tokens', 'input_cached_tokens']),
    until: time('base.end_time'),
  },
  time: `coalesce(${filled('base.start_time')}, ${filled('source.2')})`,
  columns: {
    org_id: filled('base.project_id'),
    account_id: firstFilled('base.project_id', 'base.user_id', 'base.api_key_id'),
    user_id: filled('base.user_id'),
    api_key_id: filled('base.api_key_id'),
    model: filled('base.model'),
    input_tokens: unsigned('tokens.input_tokens'),
    output_tokens: unsigned('tokens.output_tokens'),
    cached_tokens: unsigned('tokens.input_cached_tokens'),
  },
  keeps: { [sumName]: sumSql(unsigned('base.num_model_requests'), 'until'), result: jsonText('source.1') },
}
