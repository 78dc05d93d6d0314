/** The groups into which a tree divides models, written so that the same group of two trees has the same name. */

import type { JoinedNode } from './neighbour-joining'

/** For each node the models below it, as a bit mask over the n leaves. */
export function leavesBelow(nodes: readonly JoinedNode[], n: number): bigint[] {
  const below: bigint[] = []
  for (const [node, { children }] of nodes.entries()) {
    below.push(node < n ? 1n << BigInt(node) : children.reduce((sum, child) => sum | (below[child] ?? 0n), 0n))
  }
  return below
}

/** A group and what is left are one division: it is named by the side without the first model. */
export function divisionOf(group: bigint, n: number): bigint {
  return group & 1n ? ((1n << BigInt(n)) - 1n) ^ group : group
}

/** Counts in how many trees each division is found. */
export class DivisionCounts {
  private readonly counts = new Map<bigint, number>()
  trees = 0

  constructor(private readonly n: number) {}

  /** Takes one tree of the same n models. */
  add(nodes: readonly JoinedNode[]): void {
    this.trees += 1
    const divisions = new Set(leavesBelow(nodes, this.n).map((group) => divisionOf(group, this.n)))
    for (const division of divisions) this.counts.set(division, (this.counts.get(division) ?? 0) + 1)
  }

  /** Share of the trees that hold the division, from 0 to 1. */
  shareOf(group: bigint): number {
    return (this.counts.get(divisionOf(group, this.n)) ?? 0) / Math.max(1, this.trees)
  }
}
