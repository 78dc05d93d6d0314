/** OpenAI's usage report for completions: a page of hourly buckets, grouped by project, key and model. */

import type { LogWriter } from './log-format'
import { hourly, type UsageSum } from './usage-buckets'

/** A writer of its own for each log, since it holds the current hour. */
export const openaiUsage = (): LogWriter => ({
  open: '{"object":"page","data":[',
  separator: ',',
  close: '],"has_more":false,"next_page":null}\n',
  ...hourly((start, end, sums) =>
    JSON.stringify({
      object: 'bucket',
      start_time: start / 1000,
      end_time: end / 1000,
      results: sums.map(resultOf),
    }),
  ),
  carries: {},
})

const resultOf = ({ account, key, model, requests, input, output, cached }: UsageSum) => ({
  object: 'organization.usage.completions.result',
  input_tokens: input,
  input_cached_tokens: cached,
  output_tokens: output,
  num_model_requests: requests,
  project_id: account,
  user_id: null,
  api_key_id: key,
  model,
  batch: null,
})
