/** The traffic of a cluster's accounts over time, the busiest by name and the rest together. */

import type { Engine } from '@/lib/platform/engine'
import { refusals } from './hand-overs'

const [hour, day] = [3_600_000, 86_400_000]

/** Accounts with a strip of their own. */
const named = 12

type Bin = { account: string; at: number; requests: number; refused: number }

/** `step` is the length of a bin in milliseconds: hours for a few days, else days or weeks. An empty account is all the others. */
export type ClusterTraffic = { step: number; bins: Bin[] }

const members = 'account_id IN (SELECT arrayJoin({accounts:Array(String)})) AND timestamp IS NOT NULL'

/** Requests and refusals (403, 429) by account and bin, the busiest account first. */
export async function clusterTraffic(
  engine: Engine,
  { path, accounts }: { path: string; accounts: readonly string[] },
) {
  const params = { path, accounts: [...accounts] }
  const top = await engine.rows<{ account: string; first: number; last: number }>(
    `SELECT account_id AS account, min(toUnixTimestamp64Milli(assumeNotNull(timestamp))) AS first,
       max(toUnixTimestamp64Milli(assumeNotNull(timestamp))) AS last, count() AS n
     FROM file({path:String}, Parquet) WHERE ${members} GROUP BY account ORDER BY n DESC, account`,
    params,
  )
  const step = stepOver(Math.max(...top.map(({ last }) => last)) - Math.min(...top.map(({ first }) => first)))
  const busiest = top.slice(0, named).map(({ account }) => account)
  const bins = await engine.rows<Bin>(
    `SELECT if(account_id IN (SELECT arrayJoin({busiest:Array(String)})), account_id, '') AS account,
       intDiv(toUnixTimestamp64Milli(assumeNotNull(timestamp)), {step:Int64}) * {step:Int64} AS at, count() AS requests,
       countIf(status IN (${refusals.join(', ')})) AS refused
     FROM file({path:String}, Parquet) WHERE ${members} GROUP BY account, at ORDER BY account, at`,
    { ...params, busiest, step },
  )
  const order = new Map([...busiest, ''].map((account, at) => [account, at]))
  bins.sort((a, b) => (order.get(a.account) ?? 0) - (order.get(b.account) ?? 0) || a.at - b.at)
  return { step, bins, others: Math.max(0, accounts.length - busiest.length) }
}

const stepOver = (span: number) => (span <= 4 * day ? hour : span <= 200 * day ? day : 7 * day)
