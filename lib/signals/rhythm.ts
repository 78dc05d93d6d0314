/** Automation: whether an account keeps the hours of people or runs around the clock. */

import { timesIn } from './account-times'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = { account: string; requests: number; cells: number; pause: number; weekend: number; hours: number[] } & Slots

/** Ten-minute slots: how many were used, on how many days, and on how many days the commonest of the day was. */
type Slots = { slots: number; days: number; punctual: number }

/** Below this many requests an hour-of-week grid of 168 cells says nothing. */
export const fewestRequests = 20

/** 1 January 1970 was a Thursday, the fourth day of the week: its first hour is the 73rd. */
const hourOfWeek = `arrayMap(h -> (h + 72) % 168, ${timesIn(3_600_000)})`

async function compute({ engine, times, settings, facts }: Workspace): Promise<SignalOutcome> {
  if (facts.filled.timestamp === 0) return { computable: false, why: 'The log has no times.' }
  const rows = await engine.rows<Row>(
    `SELECT account, length(times) AS requests, length(arrayDistinct(hours_of_week)) AS cells,
       arrayMax(arrayDifference(times)) AS pause, arrayCount(h -> h >= 120, hours_of_week) AS weekend,
       arrayMap(hour -> countEqual(hours_of_day, hour), range(24)) AS hours, length(used) AS slots,
       length(arrayDistinct(${timesIn(86_400_000)})) AS days, arrayMax(arrayEnumerateUniq(arrayMap(s -> s % 144, used))) AS punctual
     FROM (SELECT account, times, arrayDistinct(${timesIn(600_000)}) AS used, ${hourOfWeek} AS hours_of_week, arrayMap(h -> h % 24, hours_of_week) AS hours_of_day FROM ${times})
     ${settings}`,
  )
  return { computable: true, accounts: rows.map(measure) }
}

function measure(row: Row): Measured {
  const { account, requests, cells, pause, weekend, hours, slots, days, punctual } = row
  const weekday = requests - weekend
  const measures = {
    requests,
    longest_pause_hours: requests > 1 ? pause / 3_600_000 : null,
    rayleigh_r: resultantLength(hours),
    weekday_to_weekend: weekend > 0 ? weekday / weekend : null,
    same_time_days: punctual / days,
    day_coverage: slots / (144 * days),
  }
  if (requests >= fewestRequests) return { account, value: cells / 168, why: null, measures }
  const why = `Too few data: ${requests} requests with a time, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}

/** Rayleigh's R of hours of the day: 0 is spread evenly, 1 is all in one hour (Mardia and Jupp 2000, section 2.3). */
export function resultantLength(hours: number[]): number {
  let n = 0
  let cosine = 0
  let sine = 0
  hours.forEach((count, hour) => {
    n += count
    cosine += count * Math.cos((2 * Math.PI * hour) / 24)
    sine += count * Math.sin((2 * Math.PI * hour) / 24)
  })
  return n === 0 ? 0 : Math.hypot(cosine, sine) / n
}

export const rhythm: SignalDefinition = {
  id: 'rhythm',
  version: '2',
  title: 'Rhythm',
  question: 'Does this account run around the clock, without the pauses of people?',
  definition:
    'Hour-of-week cells (UTC, 168) with at least one request ÷ 168, for accounts with 20 requests or more. Beside it: the ' +
    'longest pause, Rayleigh’s R of the hour of day, weekday ÷ weekend requests, and how far it keeps to one time of day.',
  source: 'Joint advisory AA26-251A, indicator 1; Mardia and Jupp 2000 for R.',
  needs: ['account_id', 'timestamp'],
  peerGroup: peerGroupRule,
  value: { name: 'hour-of-week coverage', unit: 'share of 168' },
  measures: {
    requests: 'requests with a time',
    longest_pause_hours: 'longest time between two consecutive requests, in hours',
    rayleigh_r: 'concentration of the hour of day: 0 even, 1 all in one hour',
    same_time_days: 'share of active days with a request in its commonest ten minutes of the day (UTC)',
    day_coverage: 'mean share of an active day’s 144 times ten minutes with a request',
    weekday_to_weekend: 'requests on weekdays ÷ requests on weekends (UTC)',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Scheduled jobs and nightly evaluations run without people.' },
    { name: 'reseller', how: 'Customers in several time zones fill the day.' },
    { name: 'shared egress IP', how: 'A gateway account gathers the requests of a whole organisation.' },
  ],
  rebuttedBy: 'A job schedule, or evidence that people in several time zones use the account.',
  cannotShow: 'That a machine was used for collection: most automation is ordinary. Coverage also grows with volume.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `-count() OVER (PARTITION BY toDayOfWeek(assumeNotNull(timestamp), 0, 'UTC'), toHour(assumeNotNull(timestamp), 'UTC'))`,
      where: 'timestamp IS NOT NULL',
      reason: `concat('one of ', toString(-strength), ' requests in this hour of the week')`,
    }),
}
