/** How well an analysis of a labelled log finds its campaigns: by the triage order, by each signal, by the clusters. */

import type { LogAnalysis } from '@/lib/signals/log-analysis'
import type { AccountLabel } from '../generate-log'
import { adjustedRand, bestCluster, precisionAt, rocAuc } from './quality'
import type { Figure } from './report'

/**
 * The default threshold of the bench: an account counts as flagged from this triage score on. Chosen, not fitted: conduct
 * alone reaches it only when several signals are far above their peers, and a network in full adds as much again.
 */
export const flaggedFrom = 4

export interface Detection {
  auc: number | null
  precision: number | null
  /** Adjusted Rand index of clusters against campaigns, every other account being one of its own. */
  rand: number
  /** Share of campaign accounts that are flagged. */
  flagged: number | null
  /** Share of all other accounts that are flagged, and what they are. */
  falseAlarms: number
  alarmed: string
  /** Rank of the last campaign account, and of the first account of each innocent kind. */
  lowest: number
  ranks: Record<string, number>
}

/** What the analysis found of what the labels say. */
export function detectionOf({ ranked, clusters }: LogAnalysis, labels: readonly AccountLabel[]): Detection {
  const labelOf = new Map(labels.map((label) => [label.account_id, label]))
  const member = ranked.map(({ account }) => labelOf.get(account)?.campaign != null)
  const scores = ranked.map(({ score }) => score)
  const count = member.filter(Boolean).length
  const clusterOf = new Map(clusters.flatMap(({ id, accounts }) => accounts.map((account) => [account, id])))
  const flagged = ranked.filter(({ score }) => score >= flaggedFrom)
  const innocent = flagged.filter(({ account }) => labelOf.get(account)?.campaign == null)
  const ranks: Record<string, number> = {}
  ranked.forEach(({ account }, i) => {
    const role = labelOf.get(account)?.role ?? 'unknown'
    if (role !== 'campaign') ranks[role] ??= i + 1
  })
  return {
    auc: rocAuc(scores, member),
    precision: precisionAt(member, count),
    rand: adjustedRand(
      labels.map(({ account_id }) => clusterOf.get(account_id) ?? account_id),
      labels.map(({ account_id, campaign }) => campaign ?? account_id),
    ),
    flagged: count === 0 ? null : (flagged.length - innocent.length) / count,
    falseAlarms: innocent.length / (ranked.length - count),
    alarmed: counted(innocent.map(({ account }) => labelOf.get(account)?.role ?? 'unknown')),
    lowest: member.lastIndexOf(true) + 1,
    ranks,
  }
}

const counted = (names: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, n]) => `${n} ${name}`).join(', ')
}

/** Figures of one analysis; they are shown, not held to a limit. */
export function qualityFigures(analysis: LogAnalysis, labels: readonly AccountLabel[]): Figure[] {
  const campaign = new Set(labels.filter((label) => label.campaign).map((label) => label.account_id))
  if (campaign.size === 0) return []
  const member = analysis.ranked.map(({ account }) => campaign.has(account))
  const roles = new Map(labels.map((label) => [label.account_id, label.role as string]))
  const mistaken = analysis.ranked.slice(0, campaign.size).filter(({ account }) => !campaign.has(account))
  const { auc, precision, rand } = detectionOf(analysis, labels)
  const figure = (what: string, value: number | null, note = ''): Figure => ({
    part: 'detection',
    what,
    value,
    unit: '',
    note,
  })
  const bySignal = analysis.signals.map(({ id }) => {
    const known = analysis.ranked.flatMap(({ signals }, i) => {
      const { value } = signals[id]
      return value === null ? [] : [{ value, member: member[i] as boolean }]
    })
    const alone = rocAuc(
      known.map(({ value }) => value),
      known.map(({ member }) => member),
    )
    return figure(`ROC AUC of ${id} alone`, alone, `${known.length} accounts with a value`)
  })
  const best = bestCluster(
    analysis.clusters.map(({ accounts }) => accounts),
    campaign,
  )
  const share = (value: number) => value.toFixed(2)
  const cluster = best
    ? `best cluster: ${best.size} accounts, precision ${share(best.precision)}, recall ${share(best.recall)}`
    : 'no cluster'
  return [
    figure('ROC AUC of accounts by score', auc, `${campaign.size} of ${member.length} accounts`),
    figure(
      'precision at the true number',
      precision,
      counted(mistaken.map(({ account }) => roles.get(account) ?? 'unknown')),
    ),
    ...bySignal,
    figure('adjusted Rand of clusters', rand, cluster),
  ]
}
