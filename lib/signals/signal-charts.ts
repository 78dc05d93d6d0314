/** The data of one chart per signal: plain JSON, small whatever the size of the log. */

import type { Engine } from '@/lib/platform/engine'
import type { LogAnalysis } from './log-analysis'
import type { RowsBehindRequest, SignalId } from './signal-definition'
import { signalOf } from './signals'

/** A UTC day of one account; `carrying` counts the requests that carry the signal. */
export type ChartDay = { day: string; requests: number; output_tokens: number; carrying: number }

export type SignalChart =
  | { kind: 'days'; days: ChartDay[] }
  /** Requests per hour of the week in UTC, 168 numbers from Monday 00:00. */
  | { kind: 'hours-of-week'; requests: number[] }

export type ChartRequest = { engine: Engine; signal: SignalId } & Omit<RowsBehindRequest, 'limit' | 'offset'>

/** The course of a signal in one dataset for one account: hours of the week for `rhythm`, days for every other. */
export async function signalChart(request: ChartRequest): Promise<SignalChart> {
  return request.signal === 'rhythm' ? hoursOfWeek(request) : days(request)
}

/** Every account's value of a signal, ascending, and that of `account`: where it stands among all. */
export function signalDistribution(analysis: LogAnalysis, signal: SignalId, account: string) {
  const values = analysis.ranked.flatMap(({ signals }) => signals[signal].value ?? [])
  const own = analysis.ranked.find((one) => one.account === account)?.signals[signal].value ?? null
  return { values: values.sort((a, b) => a - b), own }
}

async function hoursOfWeek({ engine, path, account }: ChartRequest): Promise<SignalChart> {
  const rows = await engine.rows<{ hour: number; requests: number }>(
    `SELECT (toDayOfWeek(assumeNotNull(timestamp), 0, 'UTC') - 1) * 24 + toHour(assumeNotNull(timestamp), 'UTC') AS hour,
       count() AS requests
     FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND timestamp IS NOT NULL GROUP BY hour`,
    { path, account },
  )
  const requests = new Array<number>(168).fill(0)
  for (const row of rows) requests[row.hour] = row.requests
  return { kind: 'hours-of-week', requests }
}

const everyRow = 4_294_967_295

async function days({ engine, path, account, signal, values, promptSets }: ChartRequest): Promise<SignalChart> {
  const behind = signalOf(signal)?.rowsBehind({ path, account, values, promptSets, limit: everyRow, offset: 0 })
  if (!behind) throw new Error(`No signal is called ${signal}`)
  const list = await engine.rows<ChartDay>(
    `SELECT toString(toDate(assumeNotNull(timestamp), 'UTC')) AS day, count() AS requests,
       sum(ifNull(output_tokens, 0)) AS output_tokens, countIf(row_id IN (SELECT row_id FROM (${behind.sql}))) AS carrying
     FROM file({path:String}, Parquet) WHERE account_id = {account:String} AND timestamp IS NOT NULL
     GROUP BY day ORDER BY day`,
    behind.params,
  )
  return { kind: 'days', days: list }
}
