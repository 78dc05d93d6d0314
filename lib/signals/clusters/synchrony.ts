/** One clock: whether the accounts of a cluster are busy in the same five minutes, more than their habits explain. */

import { monteCarlo, mostDraws } from '@/lib/signals/statistics/monte-carlo'
import { seededDraws } from '@/lib/signals/statistics/seeded-draws'
import type { ClusterCell } from './cluster-cell'
import {
  type ClusterContext,
  type ClusterOutcome,
  type ClusterSignalDefinition,
  type Member,
  noValue,
} from './cluster-signal'
import { activeDays, meanCorrelation, pairedCounts, type Series, withDaysMoved } from './paired-counts'

/** Bins of one cluster that are compared, so that a cluster of thousands costs no more than one of hundreds. */
const mostBins = 100_000

/** Members with fewer active days hardly change under the null. */
const fewestDays = 3
const fewestMembers = 3

/** Bins that one statement brings: small clusters come together. */
const batchBins = 2 * mostBins

type Row = { cluster: number; series: [number, number][] }

async function compute(context: ClusterContext): Promise<ClusterOutcome> {
  const { clusters, workspace } = context
  const cells: ClusterCell[] = []
  for (const batch of batches(clusters.map(({ members }) => compared(members)))) {
    const found = await seriesOf(context, batch)
    for (const { cluster } of batch) {
      const members = clusters[cluster]?.members.length ?? 0
      cells.push(measure(found.get(cluster) ?? [], { members, seed: workspace.seed }))
    }
  }
  return { computable: true, cells }
}

type Compared = { cluster: number; members: number; bins: number }

/** The clusters in their order, as many together as one statement brings. */
function batches(all: Omit<Compared, 'cluster'>[]): Compared[][] {
  const groups: Compared[][] = []
  let bins = batchBins
  for (const [cluster, one] of all.entries()) {
    bins += one.bins
    if (bins > batchBins) {
      groups.push([])
      bins = one.bins
    }
    groups.at(-1)?.push({ cluster, ...one })
  }
  return groups
}

async function seriesOf({ workspace: { engine, settings }, traffic }: ClusterContext, batch: Compared[]) {
  const rows = await engine.rows<Row>(
    `SELECT cluster, arraySort(groupArray((bin, n))) AS series FROM (
       SELECT cluster, member, intDiv(time, 300000) AS bin, count() AS n FROM ${traffic}
       WHERE cluster BETWEEN {first:UInt32} AND {last:UInt32} AND member < {chosen:Array(UInt32)}[cluster - {first:UInt32} + 1]
       GROUP BY cluster, member, bin)
     GROUP BY cluster, member ORDER BY cluster, member ${settings}`,
    { first: batch[0]?.cluster, last: batch.at(-1)?.cluster, chosen: batch.map(({ members }) => members) },
  )
  const found = new Map<number, Series[]>()
  for (const { cluster, series } of rows) {
    const one = { bins: series.map(([bin]) => bin), counts: series.map(([, n]) => n) }
    found.set(cluster, [...(found.get(cluster) ?? []), one])
  }
  return found
}

/** How many of the busiest members have together no more bins than are compared, and at most how many bins these are. */
function compared(members: Member[]): Omit<Compared, 'cluster'> {
  let bins = 0
  let chosen = 0
  for (const { requests } of members) {
    if (bins + requests > mostBins && chosen >= fewestMembers) break
    bins += requests
    chosen++
  }
  return { members: chosen, bins }
}

function measure(list: Series[], { members, seed }: { members: number; seed: number }): ClusterCell {
  const steady = list.filter((series) => activeDays(series) >= fewestDays)
  const measures = { members, members_compared: steady.length }
  if (steady.length < fewestMembers) {
    return noValue(`Too few data: ${steady.length} members were active on ${fewestDays} days or more.`, measures)
  }
  const paired = pairedCounts(steady)
  const value = meanCorrelation(paired)
  const draws = seededDraws(seed)
  const { p, mean } = monteCarlo(value, () => withDaysMoved(paired, draws))
  return { value, why: null, p, measures: { ...measures, mean_of_null: mean, p_value: p } }
}

export const synchrony: ClusterSignalDefinition = {
  id: 'synchrony',
  version: '1',
  title: 'Synchrony',
  question: 'Are the accounts of this cluster busy in the same minutes?',
  definition:
    'Mean Pearson correlation, over all pairs of members active on three UTC days or more, of their requests per five minutes. ' +
    `Read against up to ${mostDraws} sets in which each member’s active days change places among themselves, working days and weekends apart: ` +
    'p is the share of sets that correlate as much (Besag and Clifford 1991). Habits of the hour, free weekends and busy weeks stay in those sets. ' +
    'Of a large cluster its busiest members are compared.',
  source: 'Anthropic, 23 February 2026 (“synchronized traffic across accounts”).',
  needs: ['account_id', 'timestamp'],
  comparedWith: 'the cluster’s own members with their active days changed round',
  value: { name: 'mean correlation of members in five minutes', unit: 'correlation' },
  measures: {
    members: 'accounts of the cluster',
    members_compared: 'members active on three days or more that were compared',
    mean_of_null: 'mean of the same correlation with days changed round',
    p_value: 'probability of so high a correlation if only habits were shared',
  },
  flag: 'False discovery rate (Benjamini–Hochberg) of 5 % or less.',
  innocentExplanations: [
    { name: 'academic research', how: 'A class works in the same lesson.' },
    { name: 'evaluation harness', how: 'One job runs under several accounts of a company.' },
    { name: 'reseller', how: 'One event, such as a sale or an outage, moves all customers of a product.' },
  ],
  rebuttedBy: 'A timetable, an outage or a campaign of the customer’s own at those hours.',
  cannotShow: 'One hand: people in one room are synchronous too. A scheduler that spaces its accounts apart is not.',
  techniques: ['AML.T0008.005', 'AML.T0040'],
  errorRate: 'not established',
  compute,
}
