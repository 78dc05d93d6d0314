/** The signals of a cluster, in their order, and how all of them are measured. */

import { falseDiscoveryRates } from '@/lib/signals/statistics/robust-statistics'
import type { Workspace } from '@/lib/signals/workspace'
import type { LinkedCluster } from './account-clusters'
import type { ClusterCell, ClusterCells, ClusterSignalId, ClusterSignalSummary } from './cluster-cell'
import { type ClusterSignalDefinition, clusterContext } from './cluster-signal'
import { failover } from './failover'
import { loadBalancing } from './load-balancing'
import { synchrony } from './synchrony'

export const clusterSignals: ClusterSignalDefinition[] = [synchrony, loadBalancing, failover]

/** The definition of a cluster's signal by its id. */
export function clusterSignalOf(id: ClusterSignalId): ClusterSignalDefinition {
  const found = clusterSignals.find((signal) => signal.id === id)
  if (!found) throw new Error(`no cluster signal is called ${id}`)
  return found
}

/** Measures `clusters`: the cells of each in the same order, and what became of each signal. */
export async function measureClusters(workspace: Workspace, clusters: LinkedCluster[]) {
  const cells = clusters.map(() => ({}) as ClusterCells)
  const summaries: ClusterSignalSummary[] = []
  const why = whyNot(workspace, clusters)
  const context = why === null ? await clusterContext(workspace, clusters) : null
  for (const { id, version, compute } of clusterSignals) {
    const outcome = context ? await compute(context) : { computable: false as const, why: why ?? '' }
    const measured = outcome.computable ? outcome.cells : clusters.map(() => missing(outcome.why))
    for (const [index, cell] of measured.entries()) if (cells[index]) cells[index][id] = cell
    const reason = outcome.computable ? null : outcome.why
    summaries.push({ id, version, computable: outcome.computable, why: reason, flagged: flagged(measured) })
  }
  return { cells, summaries }
}

function whyNot({ facts }: Workspace, clusters: LinkedCluster[]): string | null {
  if (clusters.length === 0) return 'No accounts of this log are linked into a cluster.'
  return facts.filled.timestamp === 0 ? 'The log has no times.' : null
}

const missing = (why: string): ClusterCell => ({ value: null, why, p: null, measures: {} })

/** Cells with a false discovery rate of 5 % or less among the clusters tested. */
function flagged(cells: ClusterCell[]): number {
  const tested = cells.flatMap(({ p }) => p ?? [])
  return falseDiscoveryRates(tested).filter((rate) => rate <= 0.05).length
}
