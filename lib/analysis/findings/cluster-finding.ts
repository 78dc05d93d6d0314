/** A signal of a cluster as a finding: the words proposed for it, its line in a list, and its method for an exhibit. */

import { clusterName, clusterSentence } from '@/lib/analysis/clusters/cluster-words'
import { errorNotEstablished } from '@/lib/analysis/comparison/weight-words'
import { figure } from '@/lib/analysis/figures'
import { formatAmount } from '@/lib/platform/format-number'
import type { ClusterSignalId } from '@/lib/signals/clusters/cluster-cell'
import { clusterSignalOf } from '@/lib/signals/clusters/cluster-signals'
import type { LogAnalysis } from '@/lib/signals/log-analysis'

type Key = { signal: ClusterSignalId; id: string }

const found = (result: LogAnalysis, { signal, id }: Key) => {
  const cluster = result.clusters.find((one) => one.id === id)
  const cell = cluster?.signals?.[signal]
  return cluster && cell ? { cluster, cell, definition: clusterSignalOf(signal) } : null
}

/** The proposal, or null when the result holds no such cell. `over` says which rows were measured. */
export function proposeClusterSignal(
  result: LogAnalysis,
  key: Key,
  over: string,
): { title: string; statement: string } | null {
  const measured = found(result, key)
  if (!measured) return null
  const { cluster, cell, definition } = measured
  const { title, value, version, comparedWith } = definition
  const name = clusterName(key.id)
  return {
    title: `${title} of cluster ${name}: ${formatAmount(cluster.accounts.length, 'account')}`,
    statement: [
      cell.value === null
        ? `${title} could not be measured for cluster ${name}: ${cell.why ?? 'no reason was given.'}`
        : `Cluster ${name}: ${figure(cell.value)} ${value.name}.`,
      cell.p === null ? '' : `Its p-value is ${figure(cell.p)}, read against ${comparedWith}.`,
      `The cluster: ${clusterSentence(cluster)}`,
      `Signal “${definition.id}”, version ${version}, over ${over}.`,
      `${errorNotEstablished} ${definition.cannotShow}`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** What the cell weighs, in one line; null when the result does not hold it. */
export function clusterSignalLine(result: LogAnalysis, key: Key): string | null {
  const measured = found(result, key)
  if (!measured) return null
  const { cell, definition } = measured
  if (cell.value === null) return cell.why
  const against = cell.p === null ? '' : `; p ${figure(cell.p)} against ${definition.comparedWith}`
  return `${figure(cell.value)} ${definition.value.name}${against}.`
}
