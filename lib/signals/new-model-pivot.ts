/** Following releases: how much of an account's traffic turns to a new model within a day, beside how much everybody's does. */

import { whyNotCarried } from './activity-facts'
import type { ModelRelease } from './brought/release-calendar'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import type { Workspace } from './workspace'

type Row = { account: string; before: number; new_before: number; after: number; new_after: number }

const day = 86_400_000

/** An account with fewer requests in the day after a release has no meaningful share. */
const fewestRequests = 10

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { activity, facts, releases } = workspace
  const why = whyNotCarried(activity, ['timestamp', 'model'])
  if (why) return { computable: false, why }
  if (releases.length === 0) {
    const why = 'No calendar of model releases was given; a log does not say which model was new on which day.'
    return { computable: false, why }
  }
  const { from, to } = facts
  const seen = releases.filter(({ releasedAt }) => releasedAt >= (from ?? 0) && releasedAt + day <= (to ?? 0))
  if (seen.length === 0)
    return { computable: false, why: 'No release of the calendar has a whole day of the log after it.' }
  const greatest = new Map<string, Measured>()
  for (const release of seen) {
    for (const one of await around(workspace, release)) {
      const known = greatest.get(one.account)
      if (!known || (one.value ?? -1) > (known.value ?? -1)) greatest.set(one.account, one)
    }
  }
  return { computable: true, accounts: [...greatest.values()] }
}

async function around({ engine, activity, settings }: Workspace, release: ModelRelease): Promise<Measured[]> {
  const isNew = 'model = {model:String}'
  const rows = await engine.rows<Row>(
    `SELECT account, countIf(time < {at:Int64}) AS before, countIf(time < {at:Int64} AND ${isNew}) AS new_before,
       countIf(time >= {at:Int64}) AS after, countIf(time >= {at:Int64} AND ${isNew}) AS new_after
     FROM ${activity.table} WHERE time >= {at:Int64} - ${day} AND time < {at:Int64} + ${day} AND model != ''
     GROUP BY account HAVING after > 0 ${settings}`,
    { model: release.model, at: release.releasedAt },
  )
  const all = { before: 0, new_before: 0, after: 0, new_after: 0 }
  for (const row of rows) for (const name of parts) all[name] += row[name]
  return rows.map((row) => measure(row, all))
}

const parts = ['before', 'new_before', 'after', 'new_after'] as const
type Counts = Record<(typeof parts)[number], number>

function measure(row: Row, all: Counts): Measured {
  const { account, after, new_after } = row
  const rest = { ...all }
  for (const name of parts) rest[name] -= row[name]
  const [own, others] = [change(row), change(rest)]
  const measures = {
    requests_after: after,
    change: own,
    change_of_others: others,
    difference: own === null || others === null ? null : own - others,
  }
  if (after >= fewestRequests) return { account, value: new_after / after, why: null, measures }
  const why = `Too few data: ${after} requests in the day after a release, at least ${fewestRequests} are needed.`
  return { account, value: null, why, measures }
}

/** Share on the new model in the day after, less that in the day before; an absent day before counts as none on it. */
function change({ before, new_before, after, new_after }: Counts): number | null {
  if (after === 0) return null
  return new_after / after - (before > 0 ? new_before / before : 0)
}

export const newModelPivot: SignalDefinition = {
  id: 'new-model-pivot',
  reads: ['activity'],
  version: '1',
  title: 'New-model pivot',
  question: 'Does this account turn to a new model within a day of its release?',
  definition:
    'Requests to the new model ÷ requests that name a model, in the 24 hours after its release, for accounts with ' +
    `${fewestRequests} or more; of several releases of the calendar the one with the greatest share. Beside it: the change of the share against the 24 ` +
    'hours before, the same change over all other accounts together, and the difference of the two (difference in differences).',
  source:
    'Anthropic, 23 February 2026 (nearly half the traffic within 24 hours); joint advisory AA26-251A, indicator 9.',
  needs: ['account_id', 'timestamp', 'model'],
  peerGroup: peerGroupRule,
  value: { name: 'of its traffic on the new model within a day', unit: 'share of requests' },
  measures: {
    requests_after: 'requests that name a model in the 24 hours after the release',
    change: 'share on the new model after the release less the share before it',
    change_of_others: 'the same over all other accounts together',
    difference: 'change less change of the others (difference in differences)',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'evaluation harness', how: 'Everybody who compares models runs a new one on its first day.' },
    { name: 'reseller', how: 'A product offers the new model to its users, or follows an alias that now means it.' },
    { name: 'academic research', how: 'A study waits for the release that it is about.' },
  ],
  rebuttedBy: 'A published comparison, or a change of configuration that names the new model for a product.',
  cannotShow: 'Why the account moved. The advisory gives this little weight alone.',
  techniques: ['AML.T0040'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: `-dateDiff('hour', min(timestamp) OVER (PARTITION BY model), assumeNotNull(timestamp), 'UTC')`,
      where: `timestamp IS NOT NULL AND model != ''`,
      reason: `concat(toString(-strength), ' hours after the account first used this model')`,
    }),
}
