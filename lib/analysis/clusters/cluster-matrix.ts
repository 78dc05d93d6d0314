/** The matrix of clusters × signals: what each cluster does as one, and what its members do in the middle. */

import { columnsOf, type MatrixColumn, type Shade, shadeOf } from '@/lib/analysis/dataset/signal-matrix'
import { figure } from '@/lib/analysis/figures'
import type { SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import { formatAmount } from '@/lib/platform/format-number'
import { type ClusterCell, type ClusterSignalId, clusterSignalIds } from '@/lib/signals/clusters/cluster-cell'
import { clusterSignalOf } from '@/lib/signals/clusters/cluster-signals'
import type { AccountCluster, RankedAccount } from '@/lib/signals/log-analysis'
import type { SignalId } from '@/lib/signals/signal-definition'
import { signalOf } from '@/lib/signals/signals'
import { clusterName } from './cluster-words'
import { membersOf, middleOf } from './members-in-the-middle'

export type ClusterMatrixCell = { key: string; text: string; shade: Shade | null; sentence: string }
export type ClusterMatrixRow = { id: string; name: string; accounts: number; score: string; cells: ClusterMatrixCell[] }
export type ClusterMatrix = {
  /** Signals of the cluster as one, before those of its members. */
  asOne: { id: ClusterSignalId; title: string; question: string; definition: string }[]
  columns: MatrixColumn[]
  rows: ClusterMatrixRow[]
  found: number
  page: number
  pages: number
}

const clustersPerPage = 20
/** One page of clusters, the highest score first. */
export async function clusterMatrix(analysis: SealedAnalysis, asked = 1): Promise<ClusterMatrix> {
  const pages = Math.max(1, Math.ceil(analysis.clusters / clustersPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const clusters = await analysis.clustersPage({ offset: (page - 1) * clustersPerPage, limit: clustersPerPage })
  const columns = columnsOf(analysis.head)
  const rows = await Promise.all(
    clusters.map(async (cluster) => rowOf(cluster, await membersOf(analysis, cluster), columns)),
  )
  const asOne = clusterSignalIds.map((id) => {
    const { title, question, definition } = clusterSignalOf(id)
    return { id, title, question, definition }
  })
  return { asOne, columns, rows, found: analysis.clusters, page, pages }
}

function rowOf(
  { id, accounts, score, signals }: AccountCluster,
  members: RankedAccount[],
  columns: MatrixColumn[],
): ClusterMatrixRow {
  return {
    ...{ id, name: clusterName(id), accounts: accounts.length, score: figure(score) },
    cells: [
      ...clusterSignalIds.map((signal) => asOneCell(signal, signals?.[signal])),
      ...columns.map(({ signal }) => middleCell(signal, members)),
    ],
  }
}

function asOneCell(key: ClusterSignalId, cell: ClusterCell | undefined): ClusterMatrixCell {
  const { title, value, comparedWith } = clusterSignalOf(key)
  if (!cell || cell.value === null)
    return { key, text: '–', shade: null, sentence: cell?.why ?? 'Not part of this analysis.' }
  const against = cell.p === null ? 'No p-value could be had.' : `p ${figure(cell.p)} against ${comparedWith}.`
  return {
    key,
    text: figure(cell.value),
    shade: shadeOfP(cell.p),
    sentence: `${title}: ${figure(cell.value)} ${value.name}. ${against}`,
  }
}

/** Darker the rarer among what it is read against: 5 %, 1 %, 0.1 %. */
function shadeOfP(p: number | null): Shade | null {
  if (p === null) return null
  if (p > 0.05) return 0
  return p > 0.01 ? 3 : p > 0.001 ? 5 : 6
}

function middleCell(key: SignalId, members: RankedAccount[]): ClusterMatrixCell {
  const { value, percentile, groups, measured } = middleOf(members, key)
  if (value === null) return { key, text: '–', shade: null, sentence: 'None of its members has a value.' }
  const among = groups[0] && (groups.length === 1 ? groups[0].name : `${groups[0].name} and other groups`)
  const stands =
    percentile === null ? '' : ` Median percentile ${figure(percentile.middle)} among its peers (${among}).`
  const of = `Median of ${formatAmount(measured, 'member')}`
  return {
    ...{ key, text: figure(value), shade: shadeOf(percentile?.middle ?? null) },
    sentence: `${of}: ${figure(value)} ${signalOf(key)?.value.name ?? ''}.${stands}`,
  }
}
