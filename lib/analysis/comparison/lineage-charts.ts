/** The pictures of who is like whom: the matrix of all models in the order of the tree, and the tree. */

import { figure } from '@/lib/analysis/figures'
import type { Chart } from '@/lib/charts/mark'
import { pairAt } from '@/lib/charts/matrix-heat'
import { treePlot } from '@/lib/charts/tree-plot'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { LineageTree } from '@/lib/comparison/detail/lineage-tree'
import type { MethodId } from '@/lib/comparison/methods/comparison-method'

/** The method that a page asked for, or the one of the tree. */
export function heatMethod({ definitions }: ComparisonResult, wanted: string | undefined): MethodId {
  return definitions.find(({ id }) => id === wanted)?.id ?? 'over-represented'
}

/** The matrix of a method as a chart takes it. */
export function heatOf({ panel, detail, suspect, definitions }: ComparisonResult, method: MethodId) {
  const n = panel.models.length
  const order = detail?.tree?.order ?? panel.models.map((_, k) => k)
  const matrix = panel.methods[method]
  const values = new Array<number | null>((n * (n - 1)) / 2).fill(null)
  for (const [i, a] of order.entries()) {
    for (let j = i + 1; j < n; j++) {
      const value = matrix[a]?.[order[j] as number] ?? null
      values[pairAt(i, j, n)] = value === null ? null : Number(value.toPrecision(4))
    }
  }
  const title = definitions.find(({ id }) => id === method)?.title ?? method
  return {
    title: `${title}: who is like whom?`,
    summary: nearestSentence(panel, method, suspect),
    labels: order.map((place) => labelOf(panel.models[place])),
    values,
    measure: 'score centred on the controls',
  }
}

type Panel = ComparisonResult['panel']

function labelOf(model: Panel['models'][number] | undefined) {
  const { name = '', role = 'control' } = model ?? {}
  return { name: role === 'control' ? name : `${name} (${role})`, focus: role !== 'control' }
}

function nearestSentence({ models, methods }: Panel, method: MethodId, suspect: string): string {
  const row = methods[method][0] ?? []
  const [first, second] = models
    .map(({ name, role }, k) => ({ name, role, score: row[k] ?? null }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
  if (!first) return 'Too few controls to read scores against.'
  const next = second ? `, then ${second.name} (${second.role}, ${figure(second.score ?? 0)})` : ''
  return `Most like ${suspect} is ${first.name} (${first.role}, ${figure(first.score ?? 0)})${next}. In the order of the tree; 0 is ordinary.`
}

/** The tree of a result, `width` points wide. */
export function drawTree({ panel, suspect }: ComparisonResult, tree: LineageTree, width: number): Chart {
  return treePlot({
    title: 'Who belongs with whom by favoured phrases?',
    summary: treeSentence(panel, tree, suspect),
    nodes: tree.nodes.map(({ model, ...node }) => {
      const label = model === null ? null : labelOf(panel.models[model])
      return { ...node, label: label?.name ?? null, focus: label?.focus ?? false }
    }),
    order: tree.order,
    width,
  })
}

/** The tree in words: with whom the suspect is joined first, and how steadily. */
export function treeSentence({ models }: Panel, { nodes, samples }: LineageTree, suspect: string): string {
  const parent = nodes[0]?.parent ?? null
  const joined = nodes.flatMap((_, at) =>
    at !== 0 && isUnder(nodes, at, parent) && nodes[at]?.model !== null ? [at] : [],
  )
  const names = joined.map((at) => models[nodes[at]?.model ?? 0]?.name ?? '')
  const support = parent === null ? null : (nodes[parent]?.support ?? null)
  const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
  const how =
    support === null
      ? 'at the middle of the tree'
      : `on a branch found in ${Math.round(support * 100)}% of ${samples} resamples of the prompts`
  return `${suspect} is joined first with ${shown}, ${how}. A tree shows likeness of phrases; it does not show descent.`
}

function isUnder(nodes: LineageTree['nodes'], at: number, ancestor: number | null): boolean {
  for (let node: number | null = at; node !== null; node = nodes[node]?.parent ?? null)
    if (node === ancestor) return true
  return false
}
