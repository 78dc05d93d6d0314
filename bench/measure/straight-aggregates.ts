/** The aggregates and groups of `pandas_aggregates.py` as SQL of the engine, straight from the log file: the same answers by account. */

import type { Engine } from '@/lib/platform/engine'

const fields =
  'timestamp Nullable(String), account_id Nullable(String), plan Nullable(String), prompt Nullable(String), output_tokens Nullable(Int64)'

/** Small pieces keep what is held of the file at a time small; a file that is mapped counts as memory once it was read. */
const settings = `SETTINGS max_block_size = 8192, min_chunk_bytes_for_parallel_parsing = 1048576, max_read_buffer_size = 1048576,
  storage_file_read_method = 'pread'`

const masked = `replaceRegexpAll(replaceRegexpAll(replaceRegexpAll(lowerUTF8(assumeNotNull(prompt)),
  '(?s)\`\`\`.*?(?:\`\`\`|$)|\`[^\`]*\`|"[^"]*"|“[^”]*”', ' quoted '), '[0-9]+', '#'), '\\\\s+', ' ')`

/** What each account's rows say, as arrays: counting within them is cheaper than grouping the rows by account and value. */
const ofAccount = `SELECT account, groupArrayIf(assumeNotNull(ms), isNotNull(ms)) AS times, sumIf(output_tokens, isNotNull(ms)) AS tokens,
    groupArray(plan) AS plans, groupArrayIf(key, has_prompt) AS keys
  FROM (SELECT assumeNotNull(r.account_id) AS account, toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(r.timestamp, 3, 'UTC')) AS ms,
      r.output_tokens AS output_tokens, r.plan AS plan, r.prompt AS prompt, ifNull(prompt, '') != '' AS has_prompt,
      if(has_prompt, cityHash64(${masked}), 0) AS key
    FROM (SELECT JSONExtract(line, 'Tuple(${fields})') AS r FROM file({path:String}, 'LineAsString', 'line String'))
    WHERE ifNull(r.account_id, '') != '')
  GROUP BY account`

const different = (units: string) => `length(arrayDistinct(arrayMap(t -> ${units}, times)))`

/** One line for each account: its days, minutes, hours and pauses as pandas counts them, and its masked prompts by hash. */
const byAccount = `SELECT account, length(times) AS requests, ${different('intDiv(t, 86400000)')} AS days, tokens,
    arrayMax(arrayEnumerateUniq(arrayMap(t -> intDiv(t, 60000), times))) AS peak,
    arraySort(name -> (-toInt64(countEqual(plans, name)), name), arrayDistinct(plans))[1] AS plan,
    ${different('intDiv(t, 3600000) % 168')} AS hours, arrayMax(arrayDifference(arraySort(times))) AS pause,
    arrayCount(t -> (intDiv(t, 86400000) + 3) % 7 >= 5, times) AS weekend,
    arrayDistinct(keys) AS texts, length(keys) AS prompts, arrayEnumerateUniq(keys) AS nth, arrayMax(nth) AS most,
    arrayMin(arrayFilter((key, n) -> n = most, keys, nth)) AS top_key
  FROM (${ofAccount}) ${settings}`

export interface StraightRow {
  account: string
  /** Requests per active day, tokens per active day, requests of the busiest minute, and volume to the median of the plan. */
  value: number
  tokens: number
  peak: number
  ratio: number
  /** Share of the hours of the week in use, longest pause in milliseconds, requests of weekends. */
  hours: number
  pause: number
  weekend: number
  /** Share of the most used masked prompt, and accounts that send it; null without a prompt. */
  top: number | null
  spread: number | null
}

/** The answers for every account of a log in canonical JSON lines. The scratch table is dropped. */
export async function straightAggregates(engine: Engine, path: string): Promise<StraightRow[]> {
  const table = 'straight_aggregates'
  await engine.run(`CREATE TABLE ${table} ENGINE = MergeTree ORDER BY account AS ${byAccount}`, { path })
  try {
    return await engine.rows<StraightRow>(
      `WITH spread AS (SELECT arrayJoin(texts) AS key, count() AS accounts FROM ${table} GROUP BY key),
         medians AS (SELECT plan, quantileExactInclusive(0.5)(requests / days) AS median FROM ${table} GROUP BY plan)
       SELECT account, requests / days AS value, t.tokens / days AS tokens, peak, value / median AS ratio, t.hours / 168 AS hours,
         pause, weekend, if(prompts = 0, NULL, most / prompts) AS top, accounts AS spread
       FROM ${table} AS t LEFT JOIN medians ON t.plan = medians.plan LEFT JOIN spread ON t.top_key = spread.key`,
    )
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`)
  }
}
