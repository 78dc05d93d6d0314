/** What a whole log holds at a glance, or a span of it: requests over time, models, and the accounts with most requests. */

import type { Dataset } from './explorer-keys'
import { isVisible } from './explorer-sql'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

/** Milliseconds since 1970; `until` is no part of the span. */
export type Span = { from: number; until: number }

export type Course = { step: number; bins: { at: number; requests: number; ours: number }[] }
export type Share = { name: string; requests: number }

const file = "file({path:String}, 'Parquet')"
const time = 'toUnixTimestamp64Milli(assumeNotNull(timestamp))'

/** Lengths of a bin; the shortest that makes at most 200 of the span. */
const steps = [minute, 5 * minute, 15 * minute, hour, 6 * hour, day, 7 * day, 28 * day]
const mostBins = 200

/** Requests over the whole log, and among them those of the accounts whose text the reader may see. */
export async function courseOf({ engine, parquetPath, visibleAccounts }: Dataset, span: Span): Promise<Course> {
  const length = span.until - span.from
  const step = steps.find((one) => length / one <= mostBins) ?? 28 * day
  const bins = await engine.rows<Course['bins'][number]>(
    `SELECT intDiv(${time}, {step:Int64}) * {step:Int64} AS at, count() AS requests, countIf(${isVisible}) AS ours
     FROM ${file} WHERE timestamp IS NOT NULL GROUP BY at ORDER BY at`,
    { path: parquetPath, step, visible: [...visibleAccounts] },
  )
  return { step, bins }
}

const listed = 12

/** The models and the accounts with most requests in a span, and how many requests, models and accounts there are. */
export async function sharesOf({ engine, parquetPath: path }: Dataset, span: Span | null) {
  const within = span
    ? `timestamp >= fromUnixTimestamp64Milli({from:Int64}) AND timestamp < fromUnixTimestamp64Milli({until:Int64})`
    : '1'
  const params = { path, ...(span ?? {}) }
  const top = (name: string) =>
    engine.rows<Share>(
      `SELECT ${name} AS name, count() AS requests FROM ${file} WHERE ${within} GROUP BY name
       ORDER BY requests DESC, name LIMIT ${listed}`,
      params,
    )
  const [models, accounts, counts] = await Promise.all([
    top("ifNull(model, '')"),
    top('account_id'),
    engine.rows<{ requests: number; models: number; accounts: number }>(
      `SELECT count() AS requests, uniqExact(model) AS models, uniqExact(account_id) AS accounts FROM ${file} WHERE ${within}`,
      params,
    ),
  ])
  return { models, accounts, counts: counts[0] ?? { requests: 0, models: 0, accounts: 0 } }
}

/** The accounts with a request in a span. */
export async function accountsIn({ engine, parquetPath: path }: Dataset, span: Span): Promise<Set<string>> {
  const rows = await engine.rows<{ account: string }>(
    `SELECT DISTINCT account_id AS account FROM ${file}
     WHERE timestamp >= fromUnixTimestamp64Milli({from:Int64}) AND timestamp < fromUnixTimestamp64Milli({until:Int64})`,
    { path, ...span },
  )
  return new Set(rows.map(({ account }) => account))
}
