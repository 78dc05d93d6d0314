/** A pool behind the door: whether the rest of a cluster takes over what a banned or throttled member loses. */

import { whyNotCarried } from '@/lib/signals/activity-facts'
import type { ClusterCell } from './cluster-cell'
import { type ClusterContext, type ClusterOutcome, type ClusterSignalDefinition, noValue } from './cluster-signal'
import { burst, fewestLost, handOver, refusals, type Stops, stopsOf } from './hand-overs'

type Moves = Record<'cluster' | 'refused' | 'refused_moved' | 'failed' | 'failed_moved', number>

/** Days before and after that the null looks at. */
const furthestDays = 60

async function compute(context: ClusterContext): Promise<ClusterOutcome> {
  const why = whyNotCarried(context.workspace.activity, ['status'])
  if (why) return { computable: false, why }
  const stops = await stopsOf(context)
  const moves = new Map((await movesOf(context)).map((row) => [row.cluster, row]))
  const cells = context.clusters.map(({ members }, cluster) => {
    const found = stops.get(cluster)
    const firsts = members.map(({ first }) => Math.floor(first / 3_600_000))
    return found ? measure(found, firsts, moves.get(cluster)) : noValue('No member has a request with a time.')
  })
  return { computable: true, cells }
}

/** Whether a member's next request after a refusal, or after a fault of the service, waits for another member's first. */
function movesOf({ workspace: { engine, settings }, traffic }: ClusterContext): Promise<Moves[]> {
  const moved = (which: string) => `countIf(${which} AND before != member)`
  const was = { refused: `was IN (${refusals.join(', ')})`, failed: '(was >= 500 OR was = 408)' }
  return engine.rows<Moves>(
    `SELECT cluster, countIf(${was.refused}) AS refused, ${moved(was.refused)} AS refused_moved,
       countIf(${was.failed}) AS failed, ${moved(was.failed)} AS failed_moved
     FROM (SELECT cluster, member, lagInFrame(toInt64(member), 1, toInt64(-1)) OVER w AS before, lagInFrame(status, 1) OVER w AS was
       FROM ${traffic} WINDOW w AS (PARTITION BY cluster ORDER BY time, member, status ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
     WHERE before >= 0 GROUP BY cluster ${settings}`,
  )
}

function measure(stops: Stops, firsts: number[], moves: Moves | undefined): ClusterCell {
  const real = handOver(stops)
  const measures = {
    stops: stops.events.length,
    bans: stops.events.filter(({ isBan }) => isBan).length,
    stops_followed: real.counted,
    ...joined(stops, firsts),
    moved_after_refusal: moves && moves.refused > 0 ? moves.refused_moved / moves.refused : null,
    moved_after_fault: moves && moves.failed > 0 ? moves.failed_moved / moves.failed : null,
  }
  if (real.counted === 0) {
    const why = stops.events.length === 0 ? 'No member was banned, or throttled in a burst.' : notFollowed
    return noValue(why, { ...measures, lost: null, gained: null, p_value: null })
  }
  const p = againstOtherDays(stops, real.gained / real.counted)
  const { lost, gained } = real
  return { value: gained / lost, why: null, p, measures: { ...measures, lost, gained, p_value: p } }
}

const notFollowed = `No stop of a member lost ${fewestLost} requests or more with a day of the cluster’s traffic on either side.`

/** The same stops set on every other day of the span: (1 + days that gain as much for each stop) ÷ (1 + days). */
function againstOtherDays(stops: Stops, gained: number): number | null {
  let [days, reached] = [0, 0]
  for (let day = -furthestDays; day <= furthestDays; day++) {
    const other = day === 0 ? { counted: 0, gained: 0 } : handOver(stops, day * 24)
    if (other.counted === 0) continue
    days++
    if (other.gained / other.counted >= gained) reached++
  }
  return days === 0 ? null : (1 + reached) / (1 + days)
}

/** Members that appear within two days of a ban, and how many would if they appeared at any hour after the cluster's first two days. */
function joined({ events, firstHour, lastHour }: Stops, firsts: number[]) {
  const bans = events.filter(({ isBan }) => isBan).map(({ hour }) => hour)
  const late = firsts.filter((hour) => hour >= firstHour + 48)
  if (bans.length === 0 || late.length === 0) return { joined_after_ban: null, joined_by_chance: null }
  const near = new Set(bans.flatMap((hour) => Array.from({ length: 48 }, (_, at) => hour + 1 + at)))
  const open = [...near].filter((hour) => hour >= firstHour + 48 && hour <= lastHour).length
  const span = lastHour - firstHour - 47
  return {
    joined_after_ban: late.filter((hour) => near.has(hour)).length,
    joined_by_chance: (late.length * open) / span,
  }
}

export const failover: ClusterSignalDefinition = {
  id: 'failover',
  version: '1',
  title: 'Failover',
  question: 'When one account of this cluster is stopped, do the others take over its work?',
  definition:
    `A member is stopped when it is refused with 403 and never admitted again, or refused with 403 or 429 ${burst} times in an hour. ` +
    'Requests that the other members gain in the 24 hours after, against the 24 before ÷ requests that it loses, over stops ' +
    `that lose ${fewestLost} or more. Read against the same stops set on every other day: p = (1 + days that gain as much) ÷ (1 + days). ` +
    'Beside it: members that appear within 48 hours of a ban, and how often the next request of the cluster is another ' +
    'member’s after a refusal and after a fault of the service (5xx, 408).',
  source: 'Joint advisory AA26-251A, indicator 8; Anthropic, September 2026 (as quoted by others).',
  needs: ['account_id', 'timestamp', 'status'],
  comparedWith: 'the same stops set on every other day of the cluster’s span',
  value: { name: 'requests gained by other members for each one lost', unit: 'ratio' },
  measures: {
    stops: 'stops of members, a day apart at least',
    bans: 'stops after which the member was never admitted again',
    stops_followed: 'stops that lost requests and have a day of traffic on either side',
    joined_after_ban: 'members whose first request is within 48 hours of a ban, after the cluster’s first two days',
    joined_by_chance: 'how many would be if they appeared at any hour',
    moved_after_refusal: 'share of refusals after which the cluster’s next request is another member’s',
    moved_after_fault: 'the same after a fault of the service or a time-out',
    lost: 'requests that stopped members lost in a day',
    gained: 'requests that the other members gained in that day',
    p_value: 'share of other days on which the others gained as much, one added',
  },
  flag: 'False discovery rate (Benjamini–Hochberg) of 5 % or less.',
  innocentExplanations: [
    { name: 'reseller', how: 'A resilience router moves work when a path fails; it does so on 5xx and time-outs too.' },
    { name: 'evaluation harness', how: 'A team goes on with a colleague’s key when its own quota is used up.' },
    { name: 'shared egress IP', how: 'An outage or a holiday moves the traffic of everybody on the same day.' },
  ],
  rebuttedBy: 'A router’s rules that treat faults and refusals alike, or a quota that was agreed for the pool.',
  cannotShow: 'That the work is the same work. With few stops the p-value can not be small.',
  techniques: ['AML.T0008.005', 'AML.T0040'],
  errorRate: 'not established',
  compute,
}
