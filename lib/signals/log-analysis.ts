/** The result of analysing usage logs, exactly as `logs analyse --json` prints it. */

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

/** A value that accounts of a cluster share; `accounts` counts all accounts of the log with it, `weight` is ln(N / df). */
export type ClusterLink = { attribute: string; value: string; accounts: number; weight: number }

export type AccountCluster = { id: string; accounts: string[]; score: number; links: ClusterLink[] }

export type LogAnalysis = {
  rows: number
  rejected: number
  accounts: number
  from: string | null
  to: string | null
  datasets: AnalysedDataset[]
  signals: SignalSummary[]
  ranked: RankedAccount[]
  clusters: AccountCluster[]
}
