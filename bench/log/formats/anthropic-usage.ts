/** Anthropic's usage report for messages: hourly buckets by workspace, key and model. It counts no requests. */

import type { LogWriter } from './log-format'
import { hourly } from './usage-buckets'

const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`

/** A writer of its own for each log, since it holds the current hour. */
export const anthropicUsage = (): LogWriter => ({
  open: '{"data":[',
  separator: ',',
  close: '],"has_more":false,"next_page":null}\n',
  ...hourly((start, end, sums) =>
    JSON.stringify({
      starting_at: iso(start),
      ending_at: iso(end),
      results: sums.map(({ account, key, model, input, output, cached }) => ({
        uncached_input_tokens: input - cached,
        cache_creation: { ephemeral_1h_input_tokens: 0, ephemeral_5m_input_tokens: 0 },
        cache_read_input_tokens: cached,
        output_tokens: output,
        api_key_id: key,
        workspace_id: account,
        account_id: null,
        model,
        service_tier: 'standard',
        context_window: '0-200k',
      })),
    }),
  ),
  carries: {},
})
