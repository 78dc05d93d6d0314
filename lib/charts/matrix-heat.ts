/** Who is like whom? A square of cells for every pair, darker for more, drawn as a few paths however many models there are. */
import { fitText, formatTick, textSize, textWidth } from './frame'
import { shadeOf } from './heat-grid'
import type { Chart, ChartTone, Mark } from './mark'

export type MatrixHeat = {
  title: string
  summary: string
  /** In the order in which they are drawn. */
  labels: { name: string; focus?: boolean }[]
  /** Above the diagonal, row by row: the value of labels i and j for j > i; null where it was not measured. */
  values: (number | null)[]
  measure: string
  width?: number
}

/** Up to so many models have their names written; of more only the marked ones. */
const mostLabels = 40
const shares = 0.98

/** Where the pair (i, j), i < j, stands in `values`. */
export function pairAt(i: number, j: number, n: number): number {
  return i * n - (i * (i + 1)) / 2 + (j - i - 1)
}

/** The place of the square and the side of a cell, in points, for a chart of this width; above it stand the numbers of named models. */
export function matrixLayout(labels: readonly { name: string; focus?: boolean }[], width: number) {
  const named = labels.length <= mostLabels || labels.some(({ focus }) => focus)
  const left = named ? Math.min(width * 0.34, 210) : 8
  return { left, top: numbered(labels) ? 16 : 0, cell: (width - left - 4) / Math.max(1, labels.length) }
}

const numbered = (labels: readonly unknown[]) => labels.length <= mostLabels

/** The chart with the whole matrix as its table. Shades go from 0 to what 98 in 100 pairs stay under. */
export function matrixHeat({ title, summary, labels, values, measure, width = 720 }: MatrixHeat): Chart {
  const n = labels.length
  const { left, top, cell } = matrixLayout(labels, width)
  const square = { left, top, cell }
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  const most = known[Math.floor((known.length - 1) * shares)] ?? 0
  const likenessOf = (i: number, j: number): number | null =>
    i === j ? null : (values[pairAt(Math.min(i, j), Math.max(i, j), n)] ?? null)
  const tall = top + n * cell
  return {
    title,
    summary,
    width,
    height: tall + keyHeight,
    marks: [
      ...shadePaths(n, { ...square, most }, likenessOf),
      ...figures(n, { ...square, most }, likenessOf),
      ...names(labels, square),
      ...key({ left, width, y: tall + 12 }, most, measure),
    ],
    table: {
      columns: ['', ...labels.map(({ name }) => name)],
      rows: labels.map(({ name }, i) => [name, ...labels.map((_, j) => likenessOf(i, j))]),
    },
  }
}

type Square = { left: number; top: number; cell: number }
type Shaded = Square & { most: number }

/** One path a shade; neighbours of one shade in a row are one rectangle. */
function shadePaths(
  n: number,
  { left, top, cell, most }: Shaded,
  likenessOf: (i: number, j: number) => number | null,
): Mark[] {
  const paths = new Map<ChartTone, string[]>()
  const gap = cell > 6 ? 1 : 0
  const round = (value: number) => Math.round(value * 100) / 100
  for (let i = 0; i < n; i++) {
    for (let from = 0; from < n; ) {
      const toneAt = (j: number): ChartTone | null => {
        const value = likenessOf(i, j)
        return value === null ? null : shadeOf(value, most)
      }
      const tone = toneAt(from)
      let to = from + 1
      while (to < n && toneAt(to) === tone && gap === 0) to += 1
      if (tone) {
        const side = round((to - from) * cell - gap)
        const path = `M${round(left + from * cell)} ${round(top + i * cell)}h${side}v${round(cell - gap)}h${-side}z`
        const known = paths.get(tone)
        if (known) known.push(path)
        else paths.set(tone, [path])
      }
      from = to
    }
  }
  return [...paths].sort().map(([tone, d]): Mark => ({ kind: 'path', d: d.join(''), tone, fill: true }))
}

/** From this side on a cell holds its figure. */
const roomy = 34

/** The figure in every cell where there is room, so that paper shows it as well. */
function figures(
  n: number,
  { left, top, cell, most }: Shaded,
  likenessOf: (i: number, j: number) => number | null,
): Mark[] {
  if (cell < roomy) return []
  const cells = Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const)
  return cells.flatMap(([i, j]): Mark[] => {
    const value = likenessOf(i, j)
    if (value === null) return []
    const place = { x: left + (j + 0.5) * cell, y: top + (i + 0.5) * cell + 3, size: 9, anchor: 'middle' } as const
    const isDark = Number(shadeOf(value, most).slice(-1)) >= 4
    return [
      {
        kind: 'text',
        ...place,
        text: formatTick(Number(value.toPrecision(2))).replace(/^[-−]0$/, '0'),
        tone: isDark ? 'ground' : 'ink',
      },
    ]
  })
}

/** The names at the left with their numbers, and the numbers again above, since the square is the same both ways. */
function names(labels: MatrixHeat['labels'], { left, top, cell }: Square): Mark[] {
  if (!numbered(labels)) return markedNames(labels, { left, top, cell })
  return labels.flatMap(({ name, focus }, i): Mark[] => {
    const size = Math.min(textSize, Math.max(8, cell - 1))
    const look = { kind: 'text', size, tone: focus ? 'ink' : 'muted', bold: focus } as const
    const row = { x: left - 6, y: top + (i + 0.5) * cell + size * 0.36, anchor: 'end' } as const
    const head = { x: left + (i + 0.5) * cell, y: top - 5, anchor: 'middle', text: `${i + 1}` } as const
    return [
      { ...look, ...row, text: numberKept(name, i + 1, left - 8, size) },
      { ...look, ...head, size: Math.min(size, 9) },
    ]
  })
}

/** Of many models the marked ones alone, in full size: rows that lie close have their names moved apart, each led to its row. */
function markedNames(labels: MatrixHeat['labels'], { left, top, cell }: Square): Mark[] {
  const lineHeight = textSize + 2
  const marked = labels.flatMap(({ name, focus }, i) => (focus ? [{ name, row: top + (i + 0.5) * cell }] : []))
  const last = top + labels.length * cell - lineHeight / 2
  const heights: number[] = []
  for (const [k, { row }] of marked.entries()) {
    const highest = (heights[k - 1] ?? top - lineHeight / 2) + lineHeight
    const lowest = last - (marked.length - 1 - k) * lineHeight
    heights.push(Math.max(highest, Math.min(row, lowest)))
  }
  return marked.flatMap(({ name, row }, k): Mark[] => {
    const y = heights[k] as number
    const text = fitText(name, left - 16, textSize)
    return [
      { kind: 'line', x1: left - 10, y1: y, x2: left - 1, y2: row, tone: 'muted' },
      {
        ...{ kind: 'text', x: left - 12, y: y + textSize * 0.36, text, size: textSize },
        ...{ anchor: 'end', bold: true, tone: 'ink' },
      },
    ]
  })
}

function numberKept(name: string, number: number, width: number, size: number): string {
  const after = `  ${number}`
  return `${fitText(name, width - textWidth(after, size), size)}${after}`
}

/** Room for the shades and, where their line is too short for it, for the measure under them. */
const keyHeight = 42

function key({ left, width, y }: { left: number; width: number; y: number }, most: number, measure: string): Mark[] {
  const words = { kind: 'text', y: y + 10, size: textSize, tone: 'muted' } as const
  const limit = `≥ ${formatTick(Number(most.toPrecision(2)))}`
  const fits = left + 148 + textWidth(`${limit} ${measure}`) <= width
  const shades = Array.from({ length: 7 }, (_, shade): Mark => {
    const tone = `shade-${shade as 0 | 1 | 2 | 3 | 4 | 5 | 6}` as const
    return { kind: 'rect', x: left + 30 + shade * 16, y: y + 1, width: 15, height: 10, tone }
  })
  return [
    { ...words, x: left + 24, text: '≤ 0', anchor: 'end' },
    ...shades,
    { ...words, x: left + 148, text: fits ? `${limit} ${measure}` : limit, anchor: 'start' },
    ...(fits ? [] : [{ ...words, x: left, y: y + 24, text: measure, anchor: 'start' } satisfies Mark]),
  ]
}
