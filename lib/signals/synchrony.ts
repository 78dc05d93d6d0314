/** One clock: whether the accounts of a cluster are busy in the same five minutes, more than their habits explain. */

import type { ClusterCell } from './cluster-cell'
import {
  type ClusterContext,
  type ClusterOutcome,
  type ClusterSignalDefinition,
  type Member,
  noValue,
} from './cluster-signal'
import { monteCarlo, mostDraws } from './monte-carlo'
import { activeDays, meanCorrelation, pairedCounts, type Series, withDaysMoved } from './paired-counts'
import { seededDraws } from './seeded-draws'

/** Bins of one cluster that are compared, so that a cluster of thousands costs no more than one of hundreds. */
const mostBins = 100_000

/** Members with fewer active days hardly change under the null. */
const fewestDays = 3
const fewestMembers = 3

type Row = { cluster: number; member: number; series: [number, number][] }

async function compute(context: ClusterContext): Promise<ClusterOutcome> {
  const { clusters, workspace } = context
  const cells: ClusterCell[] = []
  for (const [cluster, { members }] of clusters.entries()) {
    const list = await seriesOf(context, cluster)
    cells.push(measure(list, { members: members.length, seed: workspace.seed }))
  }
  return { computable: true, cells }
}

/** The busiest members first, until their bins are enough. */
async function seriesOf({ workspace: { engine, settings }, traffic, clusters }: ClusterContext, cluster: number) {
  const members = clusters[cluster]?.members ?? []
  const rows = await engine.rows<Row>(
    `SELECT member, arraySort(groupArray((bin, n))) AS series FROM (
       SELECT member, intDiv(time, 300000) AS bin, count() AS n FROM ${traffic}
       WHERE cluster = {cluster:UInt32} AND member < {chosen:UInt32} GROUP BY member, bin)
     GROUP BY member ORDER BY member ${settings}`,
    { cluster, chosen: compared(members) },
  )
  return rows.map(({ series }) => ({ bins: series.map(([bin]) => bin), counts: series.map(([, n]) => n) }))
}

/** How many of the busiest members have together no more bins than are compared. */
function compared(members: Member[]): number {
  let bins = 0
  let chosen = 0
  for (const { requests } of members) {
    bins += requests
    if (bins > mostBins && chosen >= fewestMembers) break
    chosen++
  }
  return chosen
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
