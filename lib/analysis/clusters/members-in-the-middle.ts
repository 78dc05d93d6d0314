/** What the members of a cluster do in the middle: median value, median percentile, and the groups that they are read against. */

import type { SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import type { AccountCluster, RankedAccount } from '@/lib/signals/log-analysis'
import type { SignalId } from '@/lib/signals/signal-definition'

/** Members whose middle is taken, those with the highest triage score first. */
export const mostMembers = 200

export async function membersOf(
  analysis: SealedAnalysis,
  { accounts }: Pick<AccountCluster, 'accounts'>,
): Promise<RankedAccount[]> {
  const { rows } = await analysis.accountsPage({ among: new Set(accounts), offset: 0, limit: mostMembers })
  return rows.map(({ ranked }) => ranked)
}

/** `n` accounts are in the group; `members` of the cluster are read against it. */
export type PeersOfMembers = { name: string; n: number; members: number }

export type Middle = {
  value: number | null
  /** 0 to 100; null when no member has one. */
  percentile: { middle: number; least: number; most: number } | null
  /** The group of most members first. */
  groups: PeersOfMembers[]
  /** Members that have a value. */
  measured: number
}

/** Medians of one signal over members; of an even number the lower of the two in the middle, so that somebody has it. */
export function middleOf(members: RankedAccount[], signal: SignalId): Middle {
  const cells = members.flatMap(({ signals }) => (signals[signal]?.value == null ? [] : [signals[signal]]))
  const percentiles = cells.flatMap(({ percentile }) => percentile ?? []).sort((a, b) => a - b)
  const [least, most, middle] = [percentiles[0], percentiles.at(-1), middleOne(percentiles)]
  const groups = new Map<string, PeersOfMembers>()
  for (const { peers, percentile } of cells) {
    if (percentile === null) continue
    const group = groups.get(peers.name) ?? { ...peers, members: 0 }
    groups.set(peers.name, { ...group, members: group.members + 1 })
  }
  return {
    value: middleOne(cells.flatMap(({ value }) => value ?? []).sort((a, b) => a - b)) ?? null,
    percentile: least === undefined || most === undefined || middle === undefined ? null : { middle, least, most },
    groups: [...groups.values()].sort((a, b) => b.members - a.members || a.name.localeCompare(b.name, 'en')),
    measured: cells.length,
  }
}

const middleOne = (sorted: number[]) => sorted[Math.floor((sorted.length - 1) / 2)]
