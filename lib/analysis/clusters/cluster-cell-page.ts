/** One cell of the matrix of clusters in full: value, percentile, peer groups, the innocent explanations tested, and its members. */

import { explainedSignal } from '@/lib/analysis/dataset/signal-words'
import { figure } from '@/lib/analysis/figures'
import { type Analysed, offerOf } from '@/lib/analysis/findings/finding-offer'
import { comparedWithPeers } from '@/lib/analysis/findings/finding-proposal'
import type { SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import type { PersonActor } from '@/lib/platform/actor'
import { formatAmount } from '@/lib/platform/format-number'
import { type ClusterSignalId, clusterSignalIds } from '@/lib/signals/clusters/cluster-cell'
import { explanationsAsOne, explanationsOfMembers } from '@/lib/signals/clusters/cluster-explanations'
import type { AccountCluster } from '@/lib/signals/log-analysis'
import { type SignalId, signalIds } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'
import { clusterSignalViews } from './cluster-signal-words'
import { clusterName } from './cluster-words'
import { membersOf, middleOf, mostMembers } from './members-in-the-middle'

/** The cell that the address names (`cluster` and `signal`); null when there is none of that name. */
export async function clusterCellPage(
  actor: PersonActor,
  { number }: { number: string },
  { run, result, head }: Analysed,
  asked: { cluster?: string; signal?: string },
) {
  const cluster = asked.cluster === undefined ? null : await result?.cluster(asked.cluster)
  if (!run || !result || !cluster) return null
  const about = { id: cluster.id, name: clusterName(cluster.id), accounts: cluster.accounts.length }
  const asOne = clusterSignalIds.find((id) => id === asked.signal)
  if (asOne) {
    const part = { result: { ...result.head, clusters: [cluster] }, values: [] }
    const key = { kind: 'cluster-signal' as const, signal: asOne, id: cluster.id }
    const offer = await offerOf(actor, { number, run, head, part, key })
    const cell = cellAsOne(cluster, asOne)
    return cell && { ...about, ...cell, offer }
  }
  const signal = signalIds.find((id) => id === asked.signal)
  const cell = signal && (await cellOfMembers(result, cluster, signal))
  return cell ? { ...about, ...cell } : null
}

function cellAsOne(cluster: AccountCluster, signal: ClusterSignalId) {
  const view = clusterSignalViews(cluster).find(({ id }) => id === signal)
  if (!view || !cluster.signals) return null
  return { kind: 'as one' as const, signal, view, explanations: explanationsAsOne(signal, cluster.signals) }
}

const membersListed = 8

async function cellOfMembers(result: SealedAnalysis, cluster: AccountCluster, signal: SignalId) {
  const [definition, explained] = [signalOf(signal), explainedSignal(signal)]
  if (!definition || !explained) return null
  const members = await membersOf(result, cluster)
  const { value, percentile, groups, measured } = middleOf(members, signal)
  const greatest = members
    .flatMap(({ account, signals }) => (signals[signal]?.value == null ? [] : [{ account, cell: signals[signal] }]))
    .sort((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0) || a.account.localeCompare(b.account, 'en'))
  return {
    ...{ kind: 'members' as const, signal, explained, groups },
    headline: value === null ? null : `${figure(value)} ${definition.value.name}`,
    of: `Median of ${formatAmount(measured, 'member')} with a value${cluster.accounts.length > mostMembers ? `, taken from the ${mostMembers} with the highest triage score` : ''}.`,
    stands: percentile
      ? `Median percentile ${figure(percentile.middle)} among their peers; members lie between ${figure(percentile.least)} and ${figure(percentile.most)}.`
      : (greatest[0]?.cell.why ?? 'None of its members has a percentile.'),
    explanations: explanationsOfMembers(
      definition,
      members.map(({ signals }) => signals),
    ),
    members: greatest.slice(0, membersListed).map(({ account, cell }) => ({
      account,
      text: figure(cell.value ?? 0),
      stands: comparedWithPeers(cell),
    })),
  }
}

export type ClusterCellPage = NonNullable<Awaited<ReturnType<typeof clusterCellPage>>>
