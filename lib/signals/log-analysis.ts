/** The result of analysing usage logs, exactly as `logs analyse --json` prints it. */

import type { ClusterCells, ClusterSignalSummary } from './clusters/cluster-cell'
import type { AnalysedReference } from './references/analysed-reference'
import type { SignalId } from './signal-definition'

export type AnalysedDataset = { file: string; format: string; sha256: string; rows: number; rejected: number }

export type SignalSummary = {
  id: SignalId
  version: string
  computable: boolean
  why: string | null
  flagged: number
}

/** One cell of the matrix. `percentile` is 0–100; `why` explains a null value, percentile or z. */
export type SignalCell = {
  value: number | null
  why: string | null
  percentile: number | null
  z: number | null
  peers: { name: string; n: number }
  measures: Record<string, number | null>
}

export type RankedAccount = { account: string; score: number; signals: Record<SignalId, SignalCell> }

/**
 * A value that accounts of a cluster share; `accounts` counts all accounts of the log with it, `weight` is ln(N / df).
 * `members` are those of the cluster that share it, by their places in its `accounts`; results of before they were kept have none.
 */
export type ClusterLink = { attribute: string; value: string; accounts: number; weight: number; members?: number[] }

/** `signals` are those of the cluster as one; results of before they were measured have none. */
export type AccountCluster = {
  id: string
  accounts: string[]
  score: number
  links: ClusterLink[]
  signals?: ClusterCells
}

export type LogAnalysis = {
  rows: number
  rejected: number
  accounts: number
  from: string | null
  to: string | null
  datasets: AnalysedDataset[]
  /** Results of before anything could be brought have none. */
  references?: AnalysedReference[]
  signals: SignalSummary[]
  /** Results of before clusters were measured have none. */
  cluster_signals?: ClusterSignalSummary[]
  ranked: RankedAccount[]
  clusters: AccountCluster[]
}
