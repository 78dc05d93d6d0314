/** Accounts made together: how many other accounts of the log signed up within half an hour of this one. */

import { whyNotCarried } from './activity-facts'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { poissonTail } from './statistics/proportions'
import type { Workspace } from './workspace'

type Row = { account: string; created: number; domain: string }

const minute = 60_000
const halfHour = 30 * minute
const fortnight = 14 * 1440 * minute

async function compute({ engine, activity, settings }: Workspace): Promise<SignalOutcome> {
  const why = whyNotCarried(activity, ['account_created_at'])
  if (why) return { computable: false, why }
  const rows = await engine.rows<Row>(
    `SELECT account, max(a.created) AS created, toString(max(a.domain)) AS domain FROM ${activity.table} AS a
     WHERE a.created >= 0 GROUP BY account ORDER BY created, account ${settings}`,
  )
  if (rows.length > 1 && rows.filter(({ created }) => created % (1440 * minute) === 0).length > rows.length / 2) {
    return { computable: false, why: 'The log gives the day of sign-up and not its time.' }
  }
  return { computable: true, accounts: measureAll(rows) }
}

/** Walks the sign-ups in their order with the window of an hour and that of four weeks around each. */
function measureAll(rows: Row[]): Measured[] {
  const ofDomain = new Map<string, number>()
  for (const { domain } of rows) ofDomain.set(domain, (ofDomain.get(domain) ?? 0) + 1)
  const times = rows.map(({ created }) => created)
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const [near, around] = [windows(times, halfHour), windows(times, fortnight)]
  return rows.map(({ account, created, domain }, index) => {
    const [from, to] = near[index] as [number, number]
    const [low, high] = around[index] as [number, number]
    const others = to - from - 1
    const span = Math.min(created + fortnight, last) - Math.max(created - fortnight, first) - 2 * halfHour
    // One sign-up is added to those around, so that a lonely batch has a finite p-value.
    const rate = (high - low - (to - from) + 1) / Math.max(span, 2 * halfHour)
    const p = poissonTail(others, rate * 2 * halfHour)
    const measures = {
      expected: rate * 2 * halfHour,
      p_value: p,
      within_five_minutes:
        rows.slice(from, to).filter((row) => Math.abs(row.created - created) <= 5 * minute).length - 1,
      domain_accounts: domain === '0' ? null : (ofDomain.get(domain) ?? 0),
      same_domain: domain === '0' ? null : rows.slice(from, to).filter((row) => row.domain === domain).length - 1,
    }
    return { account, value: others, why: null, p, measures }
  })
}

/** For each of ascending `times` the half-open range of positions no further than `reach` away. */
function windows(times: number[], reach: number): [number, number][] {
  let from = 0
  let to = 0
  return times.map((time) => {
    while ((times[from] ?? time) < time - reach) from++
    while (to < times.length && (times[to] ?? 0) <= time + reach) to++
    return [from, to]
  })
}

export const creationBatch: SignalDefinition = {
  id: 'creation-batch',
  reads: ['activity'],
  version: '1',
  title: 'Creation batch',
  question: 'Did this account sign up together with many others?',
  definition:
    'Other accounts of the log that signed up within 30 minutes before or after it. Beside it: how many the rate of the two ' +
    'weeks on either side leads one to expect in an hour, the Poisson probability of so many or more, those within 5 minutes, ' +
    'and those of the same e-mail domain. The hours of the day are not allowed for. Account names are not read, and disposable ' +
    'e-mail domains are not known: no list is at hand.',
  source: 'Joint advisory AA26-251A and a public hunt after it (bulk purchase, similar registration details).',
  needs: ['account_id', 'account_created_at'],
  peerGroup: peerGroupRule,
  value: { name: 'other sign-ups within 30 minutes', unit: 'accounts' },
  measures: {
    expected: 'other sign-ups in an hour at the rate of two weeks before and after',
    p_value: 'Poisson probability of this many or more at that rate',
    within_five_minutes: 'other sign-ups within 5 minutes',
    domain_accounts: 'accounts of the log with its e-mail domain and a time of sign-up',
    same_domain: 'other sign-ups within 30 minutes with the same e-mail domain',
  },
  flag: 'Robust z of 3.5 or more, and false discovery rate (Benjamini–Hochberg) of 5 % or less.',
  innocentExplanations: [
    { name: 'academic research', how: 'A class, a course or a workshop signs up at its beginning.' },
    { name: 'reseller', how: 'An organisation or reseller makes accounts for its people in one go.' },
    { name: 'shared egress IP', how: 'A launch, an article or an offer brings a crowd in one evening.' },
  ],
  rebuttedBy: 'A class list, an order for seats, or an announcement of that hour.',
  cannotShow: 'Who made the accounts. Accounts that are not in the log are not counted; patience leaves no batch.',
  techniques: ['AML.T0008.005'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `-dateDiff('second', assumeNotNull(account_created_at), assumeNotNull(timestamp))`,
      where: 'account_created_at IS NOT NULL AND timestamp IS NOT NULL',
      reason: `concat(toString(intDiv(-strength, 60)), ' minutes after the sign-up')`,
    }),
}
