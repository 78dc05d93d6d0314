/** What a usage report says of its accounts: it has sums over spans of time, of which amount and hours can be read and no more. */

import { sumName } from './formats/usage-sums'
import { fewestRequests, resultantLength } from './rhythm'
import type { Measured, SignalId, SignalOutcome } from './signal-definition'
import type { Workspace } from './workspace'

type Amount = {
  account: string
  days: number
  requests: number | null
  tokens: number
  counted: number
  peak: number | null
}
type Hours = { account: string; requests: number | null; cells: number; weekend: number; hours: number[] }

const hour = 3_600_000
const asIs = 'The report counts tokens and not requests.'

/** Sums of one account and span, from the files in `{paths:Array(String)}` one after the other. */
const sums = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const sum = (name: string) => `JSONExtract(ifNull(extra, ''), '${sumName}', '${name}', 'Nullable(Int64)')`
    return `SELECT account_id AS account, toUnixTimestamp64Milli(assumeNotNull(timestamp)) AS time,
        ${sum('requests')} AS n, ${sum('until')} - time AS span, toInt64(output_tokens) AS output
      FROM file({path${index}:String}, Parquet) WHERE account_id != '' AND isNotNull(timestamp)`
  }).join(' UNION ALL ')

/** The signal of `id` over the usage reports; null when a report can say nothing of it. */
export async function signalOfSums(id: SignalId, workspace: Workspace): Promise<SignalOutcome | null> {
  if (id === 'volume') return { computable: true, accounts: (await rowsOf<Amount>(amounts, workspace)).map(amount) }
  if (id !== 'rhythm') return null
  const rows = await rowsOf<Hours>(hours, workspace)
  if (rows.length > 0) return { computable: true, accounts: rows.map(rhythm) }
  const why = 'The usage report has sums of more than an hour: it does not say at which hours requests came.'
  return { computable: false, why }
}

function rowsOf<T>(sql: (from: string) => string, { engine, sums: files, settings }: Workspace): Promise<T[]> {
  const params = Object.fromEntries(files.map((path, index) => [`path${index}`, path]))
  // The engine's reader loses an expression that a condition shares with a column when it filters early.
  return engine.rows<T>(`${sql(sums(files.length))} ${settings}, optimize_move_to_prewhere = 0`, params)
}

const amounts = (
  from: string,
) => `SELECT account, uniqExactIf(intDiv(time, 86400000), in_all > 0 OR written > 0) AS days,
    if(count(in_all) = 0, NULL, sum(in_all)) AS requests, sum(written) AS tokens, count(written) AS counted,
    if(max(longest) <= 60000, maxIf(in_all, in_all > 0), NULL) AS peak
  FROM (SELECT account, time, max(span) AS longest, sum(n) AS in_all, sum(output) AS written FROM (${from}) GROUP BY account, time)
  GROUP BY account HAVING days > 0`

function amount({ account, days, requests, tokens, counted, peak }: Amount): Measured {
  const measures = {
    requests,
    active_days: days,
    output_tokens_per_day: counted > 0 ? tokens / days : null,
    peak_minute: peak,
    ratio_to_plan_median: null,
  }
  return requests === null
    ? { account, value: null, why: asIs, measures }
    : { account, value: requests / days, why: null, measures }
}

const hours = (from: string) => `SELECT account, if(count(n) = 0, NULL, sum(n)) AS requests, uniqExact(cell) AS cells,
    sumIf(n, cell >= 120) AS weekend, sumForEach(arrayMap(h -> if(h = cell % 24, ifNull(n, 0), 0), range(24))) AS hours
  FROM (SELECT account, n, (intDiv(time, ${hour}) + 72) % 168 AS cell FROM (${from})
    WHERE span <= ${hour} AND (n > 0 OR output > 0)) GROUP BY account`

function rhythm({ account, requests, cells, weekend, hours: byHour }: Hours): Measured {
  const measures = {
    requests,
    longest_pause_hours: null,
    rayleigh_r: requests === null ? null : resultantLength(byHour),
    weekday_to_weekend: requests !== null && weekend > 0 ? (requests - weekend) / weekend : null,
  }
  if (requests === null || requests >= fewestRequests) return { account, value: cells / 168, why: null, measures }
  const why = `Too few data: ${requests} requests in the report, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}
