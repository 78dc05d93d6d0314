/** The lineage tree of a comparison: who says what alike, drawn as branches, with how steady each branch is. */

import { rounded } from '@/lib/comparison/statistics/significant-digits'
import { type JoinedNode, joinNeighbours } from './neighbour-joining'
import { DivisionCounts, leavesBelow } from './tree-splits'

/**
 * `model` is the place of the model in the panel, or null for a join; `parent` the number of the node above, null for the
 * middle. `support` is the share of resamples of the prompts whose tree has the same division; null for leaves and the middle.
 */
export type TreeNode = { model: number | null; parent: number | null; length: number; support: number | null }

export type LineageTree = {
  nodes: TreeNode[]
  /** Places of the models from top to bottom as the tree is drawn. */
  order: number[]
  /** Resamples of the prompts behind the support. */
  samples: number
}

const fewestModels = 4
const wantedSamples = 200
const samplesOfMany = 100
const many = 100

/** Gathers trees of resampled likeness, and makes the tree of all prompts with their support. */
export class TreeBuilder {
  private readonly counts: DivisionCounts
  private readonly wanted: number

  constructor(private readonly n: number) {
    this.counts = new DivisionCounts(n)
    this.wanted = n > many ? samplesOfMany : wantedSamples
  }

  /** Takes the likeness (n × n, cosines) of one resample; the first 200 count, or 100 of more than 100 models. */
  addSample(likeness: Float64Array): void {
    if (this.n >= fewestModels && this.counts.trees < this.wanted) this.counts.add(this.treeOf(likeness))
  }

  /** The tree of `likeness`; null for fewer than four models, which have but one. */
  build(likeness: Float64Array): LineageTree | null {
    if (this.n < fewestModels) return null
    const joined = this.treeOf(likeness)
    const groups = leavesBelow(joined, this.n)
    const middle = joined.length - 1
    const parents = new Map(joined.flatMap(({ children }, node) => children.map((child) => [child, node] as const)))
    const nodes = joined.map(({ length }, node) => ({
      model: node < this.n ? node : null,
      parent: parents.get(node) ?? null,
      length: rounded(length),
      support: node < this.n || node === middle ? null : rounded(this.counts.shareOf(groups[node] as bigint)),
    }))
    return { nodes, order: leavesInOrder(joined, middle), samples: this.counts.trees }
  }

  /** Distance is 1 − cosine of what two models say more often than the controls. */
  private treeOf(likeness: Float64Array): JoinedNode[] {
    return joinNeighbours(
      likeness.map((cosine, cell) => (cell % (this.n + 1) === 0 ? 0 : 1 - cosine)),
      this.n,
    )
  }
}

function leavesInOrder(nodes: readonly JoinedNode[], node: number): number[] {
  const { children } = nodes[node] as JoinedNode
  return children.length === 0 ? [node] : children.flatMap((child) => leavesInOrder(nodes, child))
}
