/** Capacity under a cap: how often an account runs into its rate limit, how close to it it stays, and how it comes back. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { wilsonInterval } from './statistics/proportions'
import type { Workspace } from './workspace'

type Row = { account: string; requests: number; throttled: number }
type Near = { account: string; ceiling: number; minutes: number; near: number; capped: number }
type Spacing = { account: string; pairs: number; doubling: number }

const fewestRequests = 20

/** A ceiling is read off this many minutes with a 429 or more, and is at least this many admitted requests. */
const fewestCapped = 3
const lowestCeiling = 5

/** Pairs of waits between 429s in a row below which nothing is said of their spacing. */
const fewestPairs = 3

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, activity, settings } = workspace
  const why = whyNotCarried(activity, ['timestamp', 'status'])
  if (why) return { computable: false, why }
  if (activity.refused === 0) {
    return { computable: false, why: 'The log has only successful requests: refused ones were not logged.' }
  }
  const rows = await engine.rows<Row>(
    `SELECT account, countIf(status > 0) AS requests, countIf(status = 429) AS throttled
     FROM ${activity.table} WHERE time >= 0 GROUP BY account HAVING requests > 0 ${settings}`,
  )
  const near = new Map((await nearCeiling(workspace)).map((row) => [row.account, row]))
  const spacing = new Map((await spacings(workspace)).map((row) => [row.account, row]))
  return {
    computable: true,
    accounts: rows.map((row) => measure(row, near.get(row.account), spacing.get(row.account))),
  }
}

const throttledAccounts = (table: string) =>
  `account IN (SELECT account FROM ${table} WHERE time >= 0 AND status = 429)`

/** The ceiling is the most that was admitted in a minute with a 429; a minute is near it at 90 %. */
function nearCeiling({ engine, activity: { table }, settings }: Workspace): Promise<Near[]> {
  return engine.rows<Near>(
    `SELECT account, maxIf(n, refused > 0) AS ceiling, countIf(refused > 0) AS capped, count() AS minutes,
       arrayCount(a -> 10 * a >= 9 * ceiling, groupArray(n)) AS near
     FROM (SELECT account, intDiv(time, 60000) AS minute, countIf(status != 429) AS n, countIf(status = 429) AS refused
       FROM ${table} WHERE time >= 0 AND status > 0 AND ${throttledAccounts(table)} GROUP BY account, minute)
     GROUP BY account ${settings}`,
  )
}

/** Waits between 429s in a row: a wait of 1.5 to 3 times the one before doubles. */
function spacings({ engine, activity: { table }, settings }: Workspace): Promise<Spacing[]> {
  return engine.rows<Spacing>(
    `SELECT account, countIf(in_a_row) AS pairs, countIf(in_a_row AND 2 * wait BETWEEN 3 * earlier AND 6 * earlier) AS doubling
     FROM (SELECT account, time - lagInFrame(time, 1) OVER w AS wait, lagInFrame(time, 1) OVER w - lagInFrame(time, 2) OVER w AS earlier,
         status = 429 AND lagInFrame(status, 1) OVER w = 429 AND lagInFrame(status, 2) OVER w = 429 AND earlier > 0 AS in_a_row
       FROM ${table} WHERE time >= 0 AND status > 0 AND ${throttledAccounts(table)}
       WINDOW w AS (PARTITION BY account ORDER BY time, status ROWS BETWEEN 2 PRECEDING AND CURRENT ROW))
     GROUP BY account ${settings}`,
  )
}

function measure({ account, requests, throttled }: Row, near?: Near, spacing?: Spacing): Measured {
  const [low, high] = wilsonInterval(throttled, requests)
  const known = near && near.capped >= fewestCapped && near.ceiling >= lowestCeiling
  const measures = {
    requests,
    throttled,
    interval_low: low,
    interval_high: high,
    ceiling: known ? near.ceiling : null,
    near_ceiling_share: known ? near.near / near.minutes : null,
    doubling_share: spacing && spacing.pairs >= fewestPairs ? spacing.doubling / spacing.pairs : null,
  }
  if (requests >= fewestRequests) return { account, value: throttled / requests, why: null, measures }
  const why = `Too few data: ${requests} requests with a status, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}

export const limitRiding: SignalDefinition = {
  id: 'limit-riding',
  reads: ['activity'],
  version: '1',
  title: 'Limit riding',
  question: 'Does this account work right at its rate limit?',
  definition:
    `Requests refused with 429 ÷ requests with a status, for accounts with ${fewestRequests} or more. Beside it: its ceiling, read off the log as ` +
    `the most requests admitted in a minute that also has a 429 (three such minutes, and ${lowestCeiling} requests, at least), the share of its ` +
    'active minutes at 90 % of it or more, and among three 429s in a row the share of waits that are 1.5 to 3 times the wait before.',
  source: 'Joint advisory AA26-251A, indicators 2 and 4.',
  needs: ['account_id', 'timestamp', 'status'],
  peerGroup: peerGroupRule,
  value: { name: 'share of requests refused with 429', unit: 'share of requests' },
  measures: {
    requests: 'requests with a time and a status',
    throttled: 'requests refused with 429',
    interval_low: 'lower end of the 95 % Wilson interval of the value',
    interval_high: 'upper end of the 95 % Wilson interval of the value',
    ceiling: 'most requests admitted in a minute that also has a 429',
    near_ceiling_share: 'share of active minutes at 90 % of the ceiling or more',
    doubling_share: 'share of waits between 429s in a row that are 1.5 to 3 times the wait before',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Load tests and batch jobs run as fast as they are let.' },
    { name: 'reseller', how: 'A gateway outgrows its plan before its limit is raised.' },
    { name: 'academic research', how: 'A script without pauses runs into the lowest plan’s limit.' },
  ],
  rebuttedBy: 'A request to raise the limit, or a client whose retry rule explains the spacing.',
  cannotShow: 'What was asked for. A limit in tokens or in parallel requests is not seen in requests per minute.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: 'count() OVER (PARTITION BY toStartOfMinute(assumeNotNull(timestamp)))',
      where: 'timestamp IS NOT NULL AND status = 429',
      reason: `concat('one of ', toString(strength), ' refused with 429 in this minute')`,
    }),
}
