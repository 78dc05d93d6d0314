/** How well an analysis of a labelled log finds its campaign: by the triage order, by each signal, by the clusters. */

import type { LogAnalysis } from '@/lib/signals/log-analysis'
import type { AccountLabel } from '../generate-log'
import { adjustedRand, bestCluster, precisionAt, rocAuc } from './quality'
import type { Figure } from './report'

/** Figures of one analysis; they are shown, not held to a limit. */
export function qualityFigures(analysis: LogAnalysis, labels: readonly AccountLabel[]): Figure[] {
  const campaign = new Set(labels.filter((label) => label.campaign).map((label) => label.account_id))
  const member = analysis.ranked.map(({ account }) => campaign.has(account))
  const figure = (what: string, value: number | null, note = ''): Figure => ({
    part: 'detection',
    what,
    value,
    unit: '',
    note,
  })
  const bySignal = analysis.signals.map(({ id }) => {
    const values = analysis.ranked.map(({ signals }) => signals[id].value)
    const known = values.flatMap((value, i) => (value === null ? [] : [i]))
    const auc = rocAuc(
      known.map((i) => values[i] as number),
      known.map((i) => member[i] as boolean),
    )
    return figure(`ROC AUC of ${id} alone`, auc, `${known.length} accounts with a value`)
  })
  return [
    figure(
      'ROC AUC of accounts by score',
      rocAuc(
        analysis.ranked.map(({ score }) => score),
        member,
      ),
      `${campaign.size} of ${member.length} accounts`,
    ),
    figure(
      'precision at the true number',
      precisionAt(member, campaign.size),
      mistaken(analysis, labels, campaign.size),
    ),
    ...bySignal,
    ...clusterFigures(analysis, labels, campaign),
  ]
}

/** Which innocent accounts stand among the first `count`. */
function mistaken(analysis: LogAnalysis, labels: readonly AccountLabel[], count: number): string {
  const roleOf = new Map(labels.map((label) => [label.account_id, label.role]))
  const counts = new Map<string, number>()
  for (const { account } of analysis.ranked.slice(0, count)) {
    const role = roleOf.get(account) ?? 'unknown'
    if (role !== 'campaign') counts.set(role, (counts.get(role) ?? 0) + 1)
  }
  return [...counts].map(([role, n]) => `${n} ${role}`).join(', ')
}

function clusterFigures(
  analysis: LogAnalysis,
  labels: readonly AccountLabel[],
  campaign: ReadonlySet<string>,
): Figure[] {
  const clusterOf = new Map(
    analysis.clusters.flatMap(({ id, accounts }) => accounts.map((account) => [account, `cluster ${id}`])),
  )
  const found = labels.map(({ account_id }) => clusterOf.get(account_id) ?? account_id)
  const wanted = labels.map((label) => (label.campaign ? 'campaign' : label.account_id))
  if (campaign.size === 0) return []
  const best = bestCluster(
    analysis.clusters.map(({ accounts }) => accounts),
    campaign,
  )
  const note =
    best &&
    `best cluster: ${best.size} accounts, precision ${best.precision.toFixed(2)}, recall ${best.recall.toFixed(2)}`
  return [
    {
      part: 'detection',
      what: 'adjusted Rand of clusters',
      value: adjustedRand(found, wanted),
      unit: '',
      note: note ?? 'no cluster',
    },
  ]
}
