/** Anthropic's usage report: per minute, hour or day the sums of tokens. It does not count requests. */

import type { LogFormat } from './log-format'
import { hasAll, hasAny, objectIn } from './record-shape'
import { filled, firstFilled, jsonText, time, unsigned } from './sql-values'
import { sumName, sumSql } from './usage-sums'

const text = (...names: string[]) => names.map((name) => `${name} Nullable(String)`).join(', ')
const resultType = `Tuple(${text('uncached_input_tokens', 'cache_read_input_tokens', 'output_tokens', 'api_key_id', 'workspace_id', 'account_id', 'model')},
  cache_creation Tuple(${text('ephemeral_1h_input_tokens', 'ephemeral_5m_input_tokens')}))`
const also = (name: string) => `ifNull(${unsigned(`result.${name}`)}, 0)`

export const anthropicUsage: LogFormat = {
  id: 'anthropic-usage',
  name: 'Anthropic usage report',
  rows: 'sums',
  recognises: (record) =>
    hasAll(record, 'starting_at', 'ending_at', 'results') &&
    hasAny(objectIn(record.results), 'uncached_input_tokens', 'cache_read_input_tokens', 'output_tokens'),
  fields: ['starting_at', 'ending_at', 'results'],
  steps: { result: `JSONExtract(ifNull(r.results, ''), '${resultType}')`, until: time('r.ending_at') },
  time: 'r.starting_at',
  columns: {
    org_id: filled('result.workspace_id'),
    account_id: firstFilled('result.workspace_id', 'result.account_id', 'result.api_key_id'),
    user_id: filled('result.account_id'),
    api_key_id: filled('result.api_key_id'),
    model: filled('result.model'),
    input_tokens: `${unsigned('result.uncached_input_tokens')} + ${also('cache_read_input_tokens')}
      + ${also('cache_creation.ephemeral_1h_input_tokens')} + ${also('cache_creation.ephemeral_5m_input_tokens')}`,
    output_tokens: unsigned('result.output_tokens'),
    cached_tokens: unsigned('result.cache_read_input_tokens'),
  },
  keeps: { [sumName]: sumSql("CAST(NULL, 'Nullable(UInt64)')", 'until'), result: jsonText('r.results') },
}
