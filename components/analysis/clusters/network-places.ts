/** Where the parts of a cluster's picture stand, which labels have room, and which part lies in a direction. Pure. */

import type { ClusterNetwork } from '@/lib/analysis/clusters/cluster-network'
import { inBox, networkBox, radiusOf } from '@/lib/analysis/clusters/network-drawing'
import { fitText, textWidth } from '@/lib/charts/frame'

/** One account (or group) or one shared value, by its place among its kind. */
export type Part = { kind: 'node' | 'value'; at: number }
export type PlacedPart = Part & { x: number; y: number; r: number; label: string; degree: number }
export type Placed = { width: number; height: number; nodes: PlacedPart[]; values: PlacedPart[] }

/** Every part with its point in a box of this width. */
export function placeParts({ nodes, values, ties, layout }: ClusterNetwork, width: number): Placed {
  const box = networkBox(width)
  const degrees = { node: new Array<number>(nodes.length).fill(0), value: new Array<number>(values.length).fill(0) }
  for (const [node, value] of ties) {
    degrees.node[node] = (degrees.node[node] ?? 0) + 1
    degrees.value[value] = (degrees.value[value] ?? 0) + 1
  }
  const part = (kind: Part['kind'], at: number, label: string, r: number): PlacedPart => {
    const place = (kind === 'node' ? layout.leaves : layout.hubs)[at] ?? [0.5, 0.5]
    return { kind, at, ...inBox(place, box), r, label, degree: degrees[kind][at] ?? 0 }
  }
  return {
    ...{ width: box.width, height: box.height },
    nodes: nodes.map(({ label, count }, at) => part('node', at, label, radiusOf(count))),
    values: values.map(({ value }, at) => part('value', at, value, 4)),
  }
}

export type Label = { x: number; y: number; text: string; anchor: 'start' | 'end'; kind: Part['kind'] }

const letters = 11
const mostLetters = 150

/** The labels that have room at a magnification, the parts with most ties first; values before accounts. */
export function labelsWithRoom({ width, nodes, values }: Placed, zoom: number): Label[] {
  const size = letters / zoom
  const wanted = [...values].sort((a, b) => b.degree - a.degree)
  if (nodes.length <= 60 || zoom >= 2) wanted.push(...[...nodes].sort((a, b) => b.degree - a.degree))
  const taken: [number, number, number, number][] = values.map(({ x, y }) => [x - 4, y - 4, x + 4, y + 4])
  return wanted.flatMap(({ kind, label, x, y, r }): Label[] => {
    const text = fitText(label, mostLetters)
    const long = textWidth(text, size)
    const toLeft = x + long > width
    const from = toLeft ? x - r - 4 / zoom - long : x + r + 4 / zoom
    const box: [number, number, number, number] = [from, y - size / 2, from + long, y + size / 2]
    const covers = taken.some(([l, t, right, b]) => box[0] < right && box[2] > l && box[1] < b && box[3] > t)
    if (covers) return []
    taken.push(box)
    return [{ x: toLeft ? from + long : from, y: y + size * 0.35, text, anchor: toLeft ? 'end' : 'start', kind }]
  })
}

const directions: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** The nearest part in the direction of an arrow key, what lies aside counting double; null when there is none. */
export function partTowards(key: string, { kind, at }: Part, { nodes, values }: Placed): PlacedPart | null {
  const direction = directions[key]
  const from = (kind === 'node' ? nodes : values)[at]
  if (!direction || !from) return null
  const [dx, dy] = direction
  let best: { part: PlacedPart; far: number } | null = null
  for (const part of [...nodes, ...values]) {
    const [across, down] = [part.x - from.x, part.y - from.y]
    const ahead = across * dx + down * dy
    if (ahead <= 0.5) continue
    const far = ahead + 2 * Math.abs(across * dy + down * dx)
    if (!best || far < best.far) best = { part, far }
  }
  return best?.part ?? null
}
