/** Unusual amount: how much an account takes per day and in its busiest minute. */

import { timesIn } from './account-times'
import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { median } from './statistics/robust-statistics'
import type { Workspace } from './workspace'

type Row = { account: string; requests: number; tokens: number; counted: number; days: number; peak: number }

const minute = 60_000
const day = 1_440 * minute

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  const { engine, times, settings, facts } = workspace
  if (facts.filled.timestamp === 0) return { computable: false, why: 'The log has no times.' }
  const rows = await engine.rows<Row>(
    `SELECT account, length(times) AS requests, tokens, counted, length(arrayDistinct(${timesIn(day)})) AS days,
       arrayMax(arrayEnumerateUniq(${timesIn(minute)})) AS peak
     FROM ${times} ${settings}`,
  )
  const users = await endUsers(workspace)
  const accounts = rows.map((row) => measure(row, users && (users.get(row.account) ?? null)))
  addPlanRatio(accounts, workspace)
  return { computable: true, accounts }
}

/** How many end users each account names; null when the log names none. */
async function endUsers({ engine, requests, settings }: Workspace): Promise<Map<string, number> | null> {
  const rows = await engine.rows<{ account: string; users: number }>(
    `SELECT account, uniqExact(end_user) AS users FROM ${requests} WHERE end_user != 0 GROUP BY account ${settings}`,
  )
  return rows.length === 0 ? null : new Map(rows.map(({ account, users }) => [account, users]))
}

function measure({ account, requests, tokens, counted, days, peak }: Row, users: number | null): Measured {
  const measures = {
    requests,
    active_days: days,
    output_tokens_per_day: counted > 0 ? tokens / days : null,
    peak_minute: peak,
    ratio_to_plan_median: null,
    end_users: users,
  }
  return { account, value: requests / days, why: null, measures }
}

function addPlanRatio(accounts: Measured[], { profiles }: Workspace): void {
  const byPlan = new Map<string, Measured[]>()
  for (const one of accounts) {
    const plan = profiles.get(one.account)?.plan ?? ''
    if (!byPlan.get(plan)?.push(one)) byPlan.set(plan, [one])
  }
  for (const [plan, members] of byPlan) {
    const middle = median(members.map(({ value }) => value ?? 0).sort((a, b) => a - b))
    if (plan === '' || middle === 0) continue
    for (const member of members) member.measures.ratio_to_plan_median = (member.value ?? 0) / middle
  }
}

export const volume: SignalDefinition = {
  id: 'volume',
  version: '2',
  title: 'Volume',
  question: 'Does this account take far more than its peers?',
  definition:
    'Requests ÷ UTC days with at least one request. Beside it: output tokens per active day, the most requests in one ' +
    'minute, the end users that it names, and the ratio to the median account of the same plan.',
  source: 'Joint advisory AA26-251A, indicators 2 and 4; Anthropic, 23 February 2026.',
  needs: ['account_id', 'timestamp'],
  peerGroup: peerGroupRule,
  value: { name: 'requests per active day', unit: 'requests/day' },
  measures: {
    requests: 'requests with a time',
    active_days: 'UTC days with a request',
    output_tokens_per_day: 'output tokens per active day, over requests that state them',
    peak_minute: 'most requests in one clock minute',
    end_users: 'end users that it names, where it names any',
    ratio_to_plan_median: 'value ÷ median value of accounts of the same plan',
  },
  flag: 'Robust z of 3.5 or more.',
  innocentExplanations: [
    { name: 'reseller', how: 'One account carries the requests of many customers.' },
    { name: 'evaluation harness', how: 'Nightly evaluation, load tests and batch labelling come in bulk.' },
    { name: 'academic research', how: 'A funded study spends its credits in a few weeks.' },
  ],
  rebuttedBy: 'A contract, invoice or job schedule that names the workload, and prompts that fit it.',
  cannotShow:
    'What the output was used for. A large customer and a collector can have the same volume; a campaign spread over many accounts has none.',
  techniques: ['AML.T0040', 'AML.T0024.002'],
  errorRate: 'not established',
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: 'count() OVER (PARTITION BY toStartOfMinute(assumeNotNull(timestamp)))',
      where: 'timestamp IS NOT NULL',
      reason: `concat(toString(strength), ' requests in this minute')`,
    }),
}
