/** Who belongs with whom? A tree from left to right whose branches are as long as the distances, with how steady each is. */
import { fitText, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'

/** `parent` is the number of a later node, null for the middle; leaves have a label. */
export type PlottedNode = {
  label: string | null
  parent: number | null
  length: number
  /** Share of resampled trees with this branch, 0 to 1; null for leaves and the middle. */
  support: number | null
  focus?: boolean
}

export type TreePlot = {
  title: string
  summary: string
  nodes: PlottedNode[]
  /** The leaves from top to bottom. */
  order: number[]
  width?: number
}

const shareSize = 9
const steady = 0.7
const unsteady = 0.5

/** A branch that fewer than half of the resampled trees have is dashed; its share is written where there is room. */
export function treePlot({ title, summary, nodes, order, width = 720 }: TreePlot): Chart {
  const row = order.length > 60 ? 11 : 18
  const size = order.length > 60 ? 9 : textSize
  const right = width - Math.min(width * 0.45, 240)
  const y = heights(nodes, order, row)
  const depth = depths(nodes)
  const deepest = Math.max(...depth, 1e-9)
  const x = (node: number): number => 4 + ((depth[node] as number) / deepest) * (right - 12)
  const marks = nodes.flatMap((node, at): Mark[] => {
    const tone = node.focus ? 'focus' : 'muted'
    const label: Mark[] =
      node.label === null
        ? []
        : [
            {
              ...{ kind: 'text', x: x(at) + 6, y: (y[at] as number) + size * 0.36, size, anchor: 'start' },
              ...{ text: fitText(node.label, width - x(at) - 8, size), bold: node.focus },
              tone: node.focus ? 'ink' : 'muted',
            },
          ]
    if (node.parent === null) return [spine(nodes, at, x, y), ...label]
    const from = x(node.parent)
    const dashed = node.support !== null && node.support < unsteady
    const branch: Mark = { kind: 'line', x1: from, y1: y[at] as number, x2: x(at), y2: y[at] as number, tone, dashed }
    const inner = node.label === null ? [spine(nodes, at, x, y), ...shareOf(node, x(at), y[at] as number, row)] : []
    return [branch, ...inner, ...label]
  })
  return { title, summary, width, height: order.length * row + 6, marks, table: tableOf(nodes) }
}

/** The upright line that joins a node's branches. */
function spine(nodes: readonly PlottedNode[], at: number, x: (node: number) => number, y: readonly number[]): Mark {
  const below = nodes.flatMap(({ parent }, child) => (parent === at ? [y[child] as number] : []))
  return { kind: 'line', x1: x(at), y1: Math.min(...below), x2: x(at), y2: Math.max(...below), tone: 'muted' }
}

function shareOf({ support }: PlottedNode, x: number, y: number, row: number): Mark[] {
  if (support === null || support < steady || row < 14) return []
  const text = `${Math.round(support * 100)}%`
  const width = textWidth(text, shareSize)
  // Beside the spine of its own branches, on the ground cut out of whatever lies there.
  return [
    { kind: 'rect', x: x + 2, y: y - shareSize / 2 - 1, width: width + 3, height: shareSize + 2, tone: 'ground' },
    { kind: 'text', x: x + 4, y: y + shareSize * 0.36, text, size: shareSize, tone: 'muted', anchor: 'start' },
  ]
}

function heights(nodes: readonly PlottedNode[], order: readonly number[], row: number): number[] {
  const y = nodes.map(() => 0)
  for (const [place, leaf] of order.entries()) y[leaf] = (place + 0.5) * row
  for (const at of nodes.keys()) {
    if (nodes[at]?.label !== null) continue
    const below = nodes.flatMap(({ parent }, child) => (parent === at ? [y[child] as number] : []))
    y[at] = (Math.min(...below) + Math.max(...below)) / 2
  }
  return y
}

function depths(nodes: readonly PlottedNode[]): number[] {
  const depth = nodes.map(() => 0)
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]
    if (node && node.parent !== null) depth[at] = (depth[node.parent] as number) + node.length
  }
  return depth
}

/** So many names are read; of a larger branch the rest is counted. */
const namesListed = 24

const listed = (models: readonly string[]): string =>
  models.length <= namesListed
    ? models.join(', ')
    : `${models.slice(0, namesListed).join(', ')} and ${models.length - namesListed} more`

/** Each branch with the models under it: the tree in words. */
function tableOf(nodes: readonly PlottedNode[]): Chart['table'] {
  const below: string[][] = []
  for (const [at, { label }] of nodes.entries()) {
    below[at] =
      label === null ? nodes.flatMap(({ parent }, child) => (parent === at ? (below[child] ?? []) : [])) : [label]
  }
  const joins = nodes.flatMap(({ support, length }, at) =>
    support === null ? [] : [{ support, length, models: below[at] ?? [] }],
  )
  return {
    columns: ['Models that the branch joins', 'Share of resampled trees', 'Length of the branch'],
    rows: joins
      .sort((a, b) => b.support - a.support || a.models.length - b.models.length)
      .map(({ models, support, length }) => [listed(models), support, length]),
  }
}
