/** Draws the network of a cluster as marks, for files and for readers of tables; the page draws the same places by hand. */

import { fitText, textSize } from '@/lib/charts/frame'
import type { Chart, Mark } from '@/lib/charts/mark'
import { formatAmount } from '@/lib/platform/format-number'
import type { ClusterNetwork } from './cluster-network'
import { clusterName } from './cluster-words'

/** The box that both drawings share, in points. */
export const networkBox = (width: number) => ({
  width,
  height: width < 500 ? 420 : Math.round(width * 0.58),
  margin: 28,
})

/** A place of 0 to 1 in the box. */
export function inBox([across, down]: [number, number], { width, height, margin }: ReturnType<typeof networkBox>) {
  return { x: margin + across * (width - 2 * margin), y: margin + down * (height - 2 * margin) }
}

/** The radius of a node that stands for so many accounts: its area grows with them. */
export const radiusOf = (count: number) => Math.min(22, 3.5 + Math.sqrt(count - 1) * 0.8)

/** Accounts as dots, values as squares with their names, a line for each value that an account carries. */
export function drawNetwork(network: ClusterNetwork, { id, width }: { id: string; width: number }): Chart {
  const { nodes, values, ties, layout } = network
  const box = networkBox(width)
  const nodeAt = layout.leaves.map((place) => inBox(place, box))
  const valueAt = layout.hubs.map((place) => inBox(place, box))
  const lines = ties.flatMap(([node, value]): Mark[] => {
    const [from, to] = [nodeAt[node], valueAt[value]]
    if (!from || !to) return []
    return [{ kind: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, tone: 'rule', width: 0.75 }]
  })
  const dots = nodes.map(({ label, count, isSubjects }, at): Mark => {
    const { x = 0, y = 0 } = nodeAt[at] ?? {}
    return { kind: 'circle', cx: x, cy: y, r: radiusOf(count), tone: isSubjects ? 'focus' : 'peers', about: label }
  })
  return {
    ...networkWords(network, id),
    width,
    height: box.height,
    marks: [
      ...lines,
      ...dots,
      ...values.flatMap((value, at) => valueMarks(value, valueAt[at] ?? { x: 0, y: 0 }, width)),
    ],
    table: tableOf(network),
  }
}

/** The question and its answer. */
export function networkWords(
  { nodes, values, isGrouped, common, furtherValues, furtherNodes }: ClusterNetwork,
  id: string,
) {
  const what = isGrouped
    ? formatAmount(nodes.length, 'group of accounts alike', 'groups of accounts alike')
    : formatAmount(nodes.length, 'account')
  const left = [
    furtherValues > 0 ? formatAmount(furtherValues, 'weaker value') : '',
    furtherNodes > 0 ? formatAmount(furtherNodes, 'smaller group') : '',
  ].filter(Boolean)
  const all = common.length > 0 ? ` ${formatAmount(common.length, 'value')} of nearly all accounts not drawn.` : ''
  const rest = left.length > 0 ? ` ${left.join(' and ')} not drawn.` : ''
  return {
    title: `Who shares what in cluster ${clusterName(id)}?`,
    summary: `${what} (dots) and ${formatAmount(values.length, 'shared value')} (squares); a line says that the account carries the value.${all}${rest}`,
  }
}

function valueMarks(
  { value }: ClusterNetwork['values'][number],
  { x, y }: { x: number; y: number },
  width: number,
): Mark[] {
  const text = fitText(value, 150)
  const toLeft = x > width * 0.75
  return [
    { kind: 'rect', x: x - 4, y: y - 4, width: 8, height: 8, tone: 'ink' },
    {
      kind: 'text',
      x: x + (toLeft ? -8 : 8),
      y: y + 4,
      text,
      size: textSize - 1,
      tone: 'ink',
      anchor: toLeft ? 'end' : 'start',
    },
  ]
}

function tableOf({ nodes, values, ties }: ClusterNetwork): Chart['table'] {
  return {
    columns: ['Account', 'Attribute', 'Shared value', 'Accounts of the log', 'Weight'],
    rows: ties.flatMap(([node, at]) => {
      const value = values[at]
      return value ? [[nodes[node]?.label ?? '', value.kind, value.value, value.accounts, value.weight]] : []
    }),
  }
}
