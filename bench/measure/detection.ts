/** How well an analysis of a labelled log finds its campaigns: by the triage order, by each signal, by the clusters. */

import type { LogAnalysis } from '@/lib/signals/log-analysis'
import { flaggedFrom } from '@/lib/signals/triage'
import type { AccountLabel } from '../generate-log'
import { adjustedRand, bestCluster, precisionAt, rocAuc } from './quality'
import type { Figure } from './report'

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

const figure = (what: string, value: number | null, note = ''): Figure => ({
  part: 'detection',
  what,
  value,
  unit: '',
  note,
})

/** Figures of one analysis; they are shown, not held to a limit. */
export function qualityFigures(analysis: LogAnalysis, labels: readonly AccountLabel[]): Figure[] {
  const campaign = new Set(labels.filter((label) => label.campaign).map((label) => label.account_id))
  if (campaign.size === 0) return []
  const roles = new Map(labels.map((label) => [label.account_id, label.role as string]))
  const mistaken = analysis.ranked.slice(0, campaign.size).filter(({ account }) => !campaign.has(account))
  const wrong = counted(mistaken.map(({ account }) => roles.get(account) ?? 'unknown'))
  const { auc, precision, rand } = detectionOf(analysis, labels)
  return [
    figure('ROC AUC of accounts by score', auc, `${campaign.size} of ${analysis.ranked.length} accounts`),
    figure('precision at the true number', precision, wrong),
    ...signalFigures(analysis, campaign),
    figure('adjusted Rand of clusters', rand, clusterNote(analysis, campaign)),
  ]
}

function signalFigures({ signals, ranked }: LogAnalysis, campaign: ReadonlySet<string>): Figure[] {
  return signals.map(({ id }) => {
    const known = ranked.filter((one) => one.signals[id].value !== null)
    const alone = rocAuc(
      known.map((one) => one.signals[id].value as number),
      known.map(({ account }) => campaign.has(account)),
    )
    return figure(`ROC AUC of ${id} alone`, alone, `${known.length} accounts with a value`)
  })
}

function clusterNote({ clusters }: LogAnalysis, campaign: ReadonlySet<string>): string {
  const best = bestCluster(
    clusters.map(({ accounts }) => accounts),
    campaign,
  )
  if (!best) return 'no cluster'
  return `best cluster: ${best.size} accounts, precision ${best.precision.toFixed(2)}, recall ${best.recall.toFixed(2)}`
}
