/** What a signal of a cluster is: it measures a network of accounts as one, beside the signals of its accounts. */

import type { SignalText } from '@/lib/signals/signal-definition'
import type { Workspace } from '@/lib/signals/workspace'
import type { LinkedCluster } from './account-clusters'
import type { ClusterCell, ClusterSignalId } from './cluster-cell'

/** A member with its requests that have a time, the first and the last, in milliseconds since 1970. */
export type Member = { account: string; requests: number; first: number; last: number }

/** Clusters with their members' traffic. Members are in the order of what they did, never of their names. */
export type ClusterContext = {
  workspace: Workspace
  clusters: { members: Member[] }[]
  /** Every account of the log in the same order, for sets to compare with. */
  everybody: Member[]
  /** Scratch table `cluster, time, member, status` in that order: requests of members, who are numbers in their cluster. */
  traffic: string
}

export type ClusterOutcome = { computable: false; why: string } | { computable: true; cells: ClusterCell[] }

export type ClusterSignalDefinition = Omit<SignalText, 'peerGroup'> & {
  id: ClusterSignalId
  /** What the value is read against. */
  comparedWith: string
  /** A cell for each of `context.clusters`, in their order. */
  compute(context: ClusterContext): Promise<ClusterOutcome>
}

/** A cell without a value. */
export function noValue(why: string, measures: ClusterCell['measures'] = {}): ClusterCell {
  return { value: null, why, p: null, measures }
}

/** Gathers the traffic of all clusters into one table, sorted so that no signal sorts it again. */
export async function clusterContext(workspace: Workspace, clusters: LinkedCluster[]): Promise<ClusterContext> {
  const { engine, activity, scratch, settings } = workspace
  const everybody = await engine.rows<Member>(
    `SELECT account, count() AS requests, min(time) AS first, max(time) AS last FROM ${activity.table} WHERE time >= 0
     GROUP BY account ${settings}`,
  )
  everybody.sort(byConduct)
  const of = new Map(everybody.map((one) => [one.account, one]))
  const described = clusters.map(({ accounts }) => ({
    members: accounts.flatMap((account) => of.get(account) ?? []).sort(byConduct),
  }))
  const members = scratch('members')
  await engine.run(
    `CREATE TABLE ${members} (account String, cluster UInt32, member UInt32) ENGINE = MergeTree ORDER BY account`,
  )
  const lines = described.flatMap(({ members }, cluster) =>
    members.map(({ account }, member) => JSON.stringify({ account, cluster, member })),
  )
  const structure = 'account String, cluster UInt32, member UInt32'
  await engine.run(`INSERT INTO ${members} SELECT * FROM format(JSONEachRow, {structure:String}, {lines:String})`, {
    ...{ structure, lines: lines.join('\n') },
  })
  const traffic = scratch('cluster_traffic')
  await engine.run(
    `CREATE TABLE ${traffic} (cluster UInt32, time Int64, member UInt32, status Int32) ENGINE = MergeTree
     ORDER BY (cluster, time, member, status)`,
  )
  await engine.run(
    `INSERT INTO ${traffic} SELECT m.cluster, a.time, m.member, a.status FROM ${activity.table} AS a
     INNER JOIN ${members} AS m ON a.account = m.account WHERE a.time >= 0 ${settings}`,
  )
  return { workspace, clusters: described, everybody, traffic }
}

const byConduct = (a: Member, b: Member) => b.requests - a.requests || a.first - b.first || a.last - b.last
