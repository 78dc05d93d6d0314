/** One cluster by one signal, as a result holds it. */

export const clusterSignalIds = ['synchrony', 'load-balancing', 'failover'] as const

export type ClusterSignalId = (typeof clusterSignalIds)[number]

/** One cluster by one signal. `why` explains a null value; `p` is one-sided, null where it could not be had. */
export type ClusterCell = {
  value: number | null
  why: string | null
  p: number | null
  measures: Record<string, number | null>
}

export type ClusterCells = Record<ClusterSignalId, ClusterCell>

export type ClusterSignalSummary = {
  id: ClusterSignalId
  version: string
  computable: boolean
  why: string | null
  /** Clusters with a false discovery rate of 5 % or less. */
  flagged: number
}
