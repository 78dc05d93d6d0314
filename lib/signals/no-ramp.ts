/** A finished pipeline arriving: whether an account is at full rate from its first days, where people try things out first. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = {
  account: string
  first: number
  created: number
  early: number
  middle: number
  late_days: number
  reach: number
}

/** Days with requests between day 8 and day 30 that an ordinary level needs. */
const fewestLateDays = 5

/** Without a time of sign-up, an account that the log has not seen for this many days is taken to be new. */
const unseenDays = 7

async function compute({ engine, activity, settings, facts }: Workspace): Promise<SignalOutcome> {
  const why = whyNotCarried(activity, ['timestamp'])
  if (why) return { computable: false, why }
  const rows = await engine.rows<Row>(
    `WITH days[1].1 AS first, arraySort(arrayMap(d -> d.2, days)) AS sizes,
       sizes[toUInt32(ceil(0.95 * length(sizes)))] AS busy,
       arrayMap(d -> d.2, arrayFilter(d -> d.1 < first + 3, days)) AS begun,
       arraySort(arrayMap(d -> d.2, arrayFilter(d -> d.1 BETWEEN first + 7 AND first + 29, days))) AS late
     SELECT account, first, created, arraySum(begun) / length(begun) AS early, length(late) AS late_days,
       (late[intDiv(late_days + 1, 2)] + late[intDiv(late_days, 2) + 1]) / 2 AS middle,
       arrayFirst(d -> 10 * d.2 >= 8 * busy, days).1 - first AS reach
     FROM (SELECT account, arraySort(groupArray((day, n))) AS days, max(signed_up) AS created FROM (
         SELECT account, intDiv(time, 86400000) AS day, count() AS n, max(created) AS signed_up
         FROM ${activity.table} WHERE time >= 0 GROUP BY account, day)
       GROUP BY account) ${settings}`,
  )
  const begins = facts.from ?? 0
  return { computable: true, accounts: rows.map((row) => measure(row, begins)) }
}

function measure(row: Row, begins: number): Measured {
  const { account, early, middle, late_days } = row
  const measures = {
    early_level: early,
    later_level: late_days > 0 ? middle : null,
    days_to_full: row.reach,
    late_days,
  }
  const why = whyNot(row, begins)
  return { account, value: why ? null : early / middle, why, measures }
}

function whyNot({ first, created, late_days }: Row, begins: number): string | null {
  const beginning = 'The log does not show how this account began'
  if (created >= 0 && created < begins) return `${beginning}: it signed up before the log begins.`
  if (created < 0 && first - Math.floor(begins / 86_400_000) < unseenDays) {
    return `${beginning}: its first request is within ${unseenDays} days of the log’s, and it has no time of sign-up.`
  }
  if (late_days >= fewestLateDays) return null
  return `Too few data: requests on ${late_days} of days 8 to 30, at least ${fewestLateDays} days are needed.`
}

export const noRamp: SignalDefinition = {
  id: 'no-ramp',
  reads: ['activity'],
  version: '1',
  title: 'No ramp',
  question: 'Did this account arrive at full rate, as a finished pipeline does?',
  definition:
    'Mean requests per active UTC day of days 1 to 3 ÷ median of the active days among days 8 to 30, counted from the first ' +
    'request, for accounts whose beginning the log shows (signed up within its span or, where that is unknown, first seen 7 ' +
    `days or more after it begins) with ${fewestLateDays} such later days or more. Beside it: days until the first day of 80 % of its own ` +
    '95th-percentile day.',
  source: 'Joint advisory AA26-251A, indicator 2.',
  needs: ['account_id', 'timestamp'],
  peerGroup: peerGroupRule,
  value: { name: 'times its later level in the first three days', unit: 'ratio' },
  measures: {
    early_level: 'mean requests per active day of days 1 to 3',
    later_level: 'median requests of the active days among days 8 to 30',
    days_to_full: 'days from the first request to the first day with 80 % of its own 95th-percentile day',
    late_days: 'days with a request among days 8 to 30',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'A workload that ran elsewhere moves over whole, on its first day.' },
    { name: 'reseller', how: 'Customers of a reseller follow it to a new account at once.' },
    { name: 'academic research', how: 'A study begins with its largest run and then looks at the results.' },
  ],
  rebuttedBy: 'The account or provider that the workload ran on before, or the project plan that begins that week.',
  cannotShow: 'What the pipeline is for. Trying a service out hard and leaving it also begins at the full rate.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `-dateDiff('day', min(timestamp) OVER (), assumeNotNull(timestamp), 'UTC')`,
      where: 'timestamp IS NOT NULL',
      reason: `concat('on day ', toString(1 - strength), ' of the account')`,
    }),
}
