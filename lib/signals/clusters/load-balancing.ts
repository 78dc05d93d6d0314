/** A scheduler: whether the traffic of a cluster is dealt out over its accounts more evenly than accounts share anything. */

import { monteCarlo, mostDraws } from '@/lib/signals/statistics/monte-carlo'
import { type Draws, seededDraws } from '@/lib/signals/statistics/seeded-draws'
import type { ClusterCell } from './cluster-cell'
import {
  type ClusterContext,
  type ClusterOutcome,
  type ClusterSignalDefinition,
  type Member,
  noValue,
} from './cluster-signal'

/** Fewer requests of a cluster than this for each member say nothing about evenness. */
const fewestEach = 5

/** Five-minute counts are compared within hours of this many requests or more. */
const fewestOfHour = 12

type Turns = { cluster: number; pairs: number; switches: number }
type Hours = { cluster: number; hours: number; millionths: number }

async function compute(context: ClusterContext): Promise<ClusterOutcome> {
  const turns = new Map((await turnsOf(context)).map((row) => [row.cluster, row]))
  const hours = new Map((await hoursOf(context)).map((row) => [row.cluster, row]))
  const { clusters, everybody, workspace } = context
  const cells = clusters.map(({ members }, cluster) => {
    const inside = new Set(members.map(({ account }) => account))
    const isLike = ofLikeSize(members)
    const others = everybody.filter(({ account, requests }) => isLike(requests) && !inside.has(account))
    const draws = seededDraws(workspace.seed)
    const counts = members.map(({ requests }) => requests)
    return measure({
      counts,
      others: others.map(({ requests }) => requests),
      draws,
      turns: turns.get(cluster),
      hours: hours.get(cluster),
    })
  })
  return { computable: true, cells }
}

/** Whether an account has between half and twice the requests of the middle member: alike accounts are even by themselves. */
function ofLikeSize(members: Member[]): (requests: number) => boolean {
  const middle = members[members.length >> 1]?.requests ?? 0
  return (requests) => 2 * requests >= middle && requests <= 2 * middle
}

/** Consecutive requests of a cluster, and how many of them are on two accounts. */
function turnsOf({ workspace: { engine, settings }, traffic }: ClusterContext): Promise<Turns[]> {
  return engine.rows<Turns>(
    `SELECT cluster, countIf(before >= 0) AS pairs, countIf(before >= 0 AND before != member) AS switches
     FROM (SELECT cluster, member, lagInFrame(toInt64(member), 1, toInt64(-1)) OVER w AS before FROM ${traffic}
       WINDOW w AS (PARTITION BY cluster ORDER BY time, member, status ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))
     GROUP BY cluster ${settings}`,
  )
}

/** Σ over hours of the Poisson dispersion statistic of their twelve five-minute counts, in millionths: whole numbers sum in any order. */
function hoursOf({ workspace: { engine, settings }, traffic }: ClusterContext): Promise<Hours[]> {
  return engine.rows<Hours>(
    `SELECT cluster, count() AS hours, sum(intDiv(1000000 * (12 * squares - n * n), n)) AS millionths
     FROM (SELECT cluster, hour, sum(c) AS n, sum(c * c) AS squares FROM (
         SELECT cluster, intDiv(time, 3600000) AS hour, intDiv(time, 300000) AS slot, toInt64(count()) AS c FROM ${traffic}
         GROUP BY cluster, hour, slot)
       GROUP BY cluster, hour HAVING n >= ${fewestOfHour})
     GROUP BY cluster ${settings}`,
  )
}

type Measurable = { counts: number[]; others: number[]; draws: Draws; turns?: Turns; hours?: Hours }

function measure({ counts, others, draws, turns, hours }: Measurable): ClusterCell {
  const total = counts.reduce((sum, n) => sum + n, 0)
  const measures = { members: counts.length, requests: total }
  if (counts.length < 2 || total < fewestEach * counts.length) {
    return noValue(`Too few data: ${total} requests with a time over ${counts.length} members.`, measures)
  }
  const value = evenness(counts)
  const p = others.length < 2 * counts.length ? null : amongRandomSets({ value, of: counts.length, others, draws })
  const distinct = 1 - counts.reduce((sum, n) => sum + (n / total) ** 2, 0)
  return {
    ...{ value, why: null, p },
    measures: {
      ...measures,
      p_value: p,
      switch_share: turns && turns.pairs > 0 ? turns.switches / turns.pairs : null,
      switch_share_by_chance: distinct,
      dispersion_within_hours: hours ? hours.millionths / 1e6 / (11 * hours.hours) : null,
    },
  }
}

/** H ÷ ln k: 1 when all have the same number, 0 when one has all. */
export function evenness(counts: number[]): number {
  const total = counts.reduce((sum, n) => sum + n, 0)
  const shares = counts.filter((n) => n > 0).map((n) => n / total)
  return -shares.reduce((sum, share) => sum + share * Math.log(share), 0) / Math.log(counts.length)
}

type Compared = { value: number; of: number; others: number[]; draws: Draws }

/** Random sets of as many accounts, drawn by the first steps of a shuffle. */
function amongRandomSets({ value, of, others, draws }: Compared): number {
  const pool = [...others]
  const drawn = () => {
    for (let at = 0; at < of; at++) {
      const chosen = at + draws.below(pool.length - at)
      const kept = pool[at] as number
      pool[at] = pool[chosen] as number
      pool[chosen] = kept
    }
    return evenness(pool.slice(0, of))
  }
  return monteCarlo(value, drawn).p
}

export const loadBalancing: ClusterSignalDefinition = {
  id: 'load-balancing',
  version: '1',
  title: 'Load balancing',
  question: 'Is the traffic of this cluster dealt out evenly over its accounts?',
  definition:
    'Evenness H ÷ ln k of the requests of its k members (1: all the same). Read against ' +
    `up to ${mostDraws} random sets of k other accounts of the log that have between half and twice the requests of its middle member: p is the share of sets that are as even (Besag and Clifford 1991). Beside it: the share of consecutive ` +
    'requests of the cluster that are on two accounts, what chance gives for these numbers (1 − Σ p²), and the dispersion of ' +
    'five-minute counts within hours of 12 requests or more (1: as chance; below: paced).',
  source:
    'Anthropic, 23 February 2026 (“load balancing”); Pielou 1966 for evenness; Fisher 1925 for the index of dispersion.',
  needs: ['account_id', 'timestamp'],
  comparedWith: 'random sets of as many other accounts of like size',
  value: { name: 'evenness of its members’ requests', unit: '0 to 1' },
  measures: {
    members: 'accounts of the cluster',
    requests: 'their requests with a time',
    p_value: 'share of random sets of other accounts of like size that are as even',
    switch_share: 'share of consecutive requests of the cluster that are on two accounts',
    switch_share_by_chance: 'the same if each request fell on a member by its share alone',
    dispersion_within_hours: 'variance ÷ mean of five-minute counts within an hour: 1 chance, below 1 paced',
  },
  flag: 'False discovery rate (Benjamini–Hochberg) of 5 % or less.',
  innocentExplanations: [
    { name: 'academic research', how: 'Members of a class do the same exercises, so their numbers are alike.' },
    { name: 'reseller', how: 'A gateway spreads its customers over the accounts it has.' },
    { name: 'evaluation harness', how: 'Equal shares of a benchmark are given to each account of a team.' },
  ],
  rebuttedBy: 'The exercise, benchmark or gateway whose shares these are.',
  cannotShow: 'A scheduler by itself: people given the same task are even without one.',
  techniques: ['AML.T0008.005', 'AML.T0040'],
  errorRate: 'not established',
  compute,
}
