/** The aggregates and groups of `pandas_aggregates.py` as SQL of the engine, straight from the log file: the same answers by account. */

import type { Engine } from '@/lib/platform/engine'

const structure =
  'timestamp Nullable(String), account_id Nullable(String), plan Nullable(String), prompt Nullable(String), output_tokens Nullable(Int64)'

/** Small pieces keep what is held of the file at a time small. */
const settings = `SETTINGS max_block_size = 8192, min_chunk_bytes_for_parallel_parsing = 1048576, max_read_buffer_size = 1048576,
  input_format_json_ignore_unnecessary_fields = 1`

const masked = `replaceRegexpAll(replaceRegexpAll(replaceRegexpAll(lowerUTF8(assumeNotNull(prompt)),
  '(?s)\`\`\`.*?(?:\`\`\`|$)|\`[^\`]*\`|"[^"]*"|“[^”]*”', ' quoted '), '[0-9]+', '#'), '\\\\s+', ' ')`

/** One line for each account: its days, minutes, hours and pauses as pandas counts them, and its masked prompts by hash. */
const byAccount = `SELECT account, countIf(isNotNull(ms)) AS requests, uniqExact(intDiv(ms, 86400000)) AS days,
    sumIf(output_tokens, isNotNull(ms)) AS tokens,
    arrayMax(sumMapIf([intDiv(assumeNotNull(ms), 60000)], [toUInt32(1)], isNotNull(ms)).2) AS peak,
    arraySort((name, n) -> (-toInt64(n), name), sumMapIf([assumeNotNull(plan)], [toUInt32(1)], isNotNull(plan)).1,
      sumMapIf([assumeNotNull(plan)], [toUInt32(1)], isNotNull(plan)).2)[1] AS plan,
    uniqExact(intDiv(ms, 3600000) % 168) AS hours, arrayMax(arrayDifference(arraySort(groupArray(ms)))) AS pause,
    countIf((intDiv(ms, 86400000) + 3) % 7 >= 5) AS weekend,
    sumMapIf([key], [toUInt32(1)], has_prompt) AS texts
  FROM (SELECT assumeNotNull(account_id) AS account, toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(timestamp, 3, 'UTC')) AS ms,
      output_tokens, plan, ifNull(prompt, '') != '' AS has_prompt, if(has_prompt, cityHash64(${masked}), 0) AS key
    FROM file({path:String}, 'JSONEachRow', {structure:String}) WHERE ifNull(account_id, '') != '')
  GROUP BY account ${settings}`

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
  await engine.run(`CREATE TABLE ${table} ENGINE = MergeTree ORDER BY account AS ${byAccount}`, { path, structure })
  try {
    return await engine.rows<StraightRow>(
      `WITH spread AS (SELECT arrayJoin(texts.1) AS key, count() AS accounts FROM ${table} GROUP BY key),
         medians AS (SELECT plan, quantileExactInclusive(0.5)(requests / days) AS median FROM ${table} GROUP BY plan)
       SELECT account, requests / days AS value, t.tokens / days AS tokens, peak, value / median AS ratio, t.hours / 168 AS hours,
         pause, weekend, nullIf(arrayMax(texts.2), 0) / arraySum(texts.2) AS top, accounts AS spread
       FROM (SELECT *, arraySort((key, n) -> (-toInt64(n), key), texts.1, texts.2)[1] AS key FROM ${table}) AS t
       LEFT JOIN medians ON t.plan = medians.plan LEFT JOIN spread ON t.key = spread.key`,
    )
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`)
  }
}
