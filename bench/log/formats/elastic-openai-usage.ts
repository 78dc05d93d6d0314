/** OpenAI's usage report as Elastic keeps it: an event for each hour, project, key and model. */

import type { LogWriter } from './log-format'
import { hourly } from './usage-buckets'

/** A writer of its own for each log, since it holds the current hour. */
export const elasticOpenaiUsage = (): LogWriter => ({
  ...hourly((start, end, sums) =>
    sums
      .map(({ account, key, model, requests, input, output, cached }) =>
        JSON.stringify({
          '@timestamp': new Date(start).toISOString(),
          openai: {
            completions: { batch: false, input_tokens: input, output_tokens: output, input_cached_tokens: cached },
            base: {
              start_time: new Date(start).toISOString(),
              end_time: new Date(end).toISOString(),
              num_model_requests: requests,
              project_id: account,
              api_key_id: key,
              model,
              usage_object_type: 'organization.usage.completions.result',
            },
          },
        }),
      )
      .join('\n'),
  ),
  carries: {},
})
