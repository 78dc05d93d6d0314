/** Who stands out of what is ordinary? A point and its interval per row on one axis, over the band of the controls. */
import { scaleLinear } from 'd3-scale'
import { bottomAxis, fitText, formatTick, rowHeight, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'

type IntervalRow = {
  label: string
  /** Null when it was not measured; `note` then says why. */
  value: number | null
  /** Ends of the interval; null when there is none. */
  low: number | null
  high: number | null
  /** The row that the sentence above is about. */
  focus?: boolean
  /** Stands in place of a point that is not there. */
  note?: string
}

export type IntervalPlot = {
  title: string
  summary: string
  rows: IntervalRow[]
  /** Rows that the table alone has. */
  further?: IntervalRow[]
  /** What is measured, with its unit. */
  measure: string
  /** What the interval is: "95% bootstrap interval over prompts". */
  interval: string
  /** What is ordinary, shaded behind all rows. */
  band?: { low: number; high: number; label: string }
  /** Where nothing speaks either way, drawn as a dashed line. */
  zero?: number
  width?: number
}

/** One line of 22 points per row, labels at the left, figures at the right; null rows say why. */
export function intervalPlot({
  title,
  summary,
  rows,
  further = [],
  measure,
  interval,
  band,
  zero,
  width = 720,
}: IntervalPlot): Chart {
  const top = band ? 22 : 6
  const base = top + rows.length * rowHeight + 4
  const left = Math.min(width * 0.36, Math.max(40, ...rows.map((row) => textWidth(row.label) + 16)))
  const right = width - 52
  const values = [...rows.flatMap((row) => [row.value, row.low, row.high]), band?.low, band?.high, zero].filter(
    (value) => value != null,
  )
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const x = scaleLinear([low, high === low ? low + 1 : high], [left, right]).nice(6)
  const ticks = x
    .ticks(Math.max(3, Math.floor((right - left) / 80)))
    .map((value) => ({ x: x(value), text: formatTick(value) }))
  const marks: Mark[] = [
    ...(band ? bandMarks(x(band.low), x(band.high), base, band.label, left, right) : []),
    ...(zero === undefined
      ? []
      : [{ kind: 'line', x1: x(zero), y1: top, x2: x(zero), y2: base, tone: 'muted', dashed: true } satisfies Mark]),
    ...bottomAxis({ y: base, ticks, from: left, to: right, label: measure }),
    ...rows.map((row, at) => rowMarks(row, top + (at + 0.5) * rowHeight, x, { left, width, interval })),
  ]
  const table = {
    columns: ['', measure, `Low (${interval})`, `High (${interval})`],
    rows: [...rows, ...further].map((row) => [row.label, row.value, row.low, row.high]),
  }
  return { title, summary, width, height: base + 38, marks, table }
}

function bandMarks(from: number, to: number, base: number, label: string, left: number, right: number): Mark[] {
  const middle = (from + to) / 2
  const half = textWidth(label) / 2
  const anchor = middle - half < left ? 'start' : middle + half > right ? 'end' : 'middle'
  const at = anchor === 'start' ? Math.max(from, left) : anchor === 'end' ? Math.min(to, right) : middle
  return [
    { kind: 'rect', x: from, y: 18, width: Math.max(1, to - from), height: base - 18, tone: 'band', about: label },
    { kind: 'text', x: at, y: 12, text: label, size: textSize, tone: 'muted', anchor },
  ]
}

type Place = { left: number; width: number; interval: string }

function rowMarks(row: IntervalRow, y: number, x: (value: number) => number, { left, width, interval }: Place): Mark {
  const tone = row.focus ? 'focus' : 'muted'
  const words = { kind: 'text', y: y + 4, size: textSize, bold: row.focus } as const
  const label = fitText(row.label, left - 12)
  const marks: Mark[] = [{ ...words, x: 0, text: label, tone: row.focus ? 'ink' : 'muted', anchor: 'start' }]
  if (row.value === null) {
    marks.push({ ...words, x: left + 4, text: row.note ?? 'not measured', tone: 'muted', anchor: 'start' })
    return { kind: 'group', about: `${row.label}: ${row.note ?? 'not measured'}`, marks }
  }
  if (row.low !== null && row.high !== null)
    marks.push({ kind: 'line', x1: x(row.low), y1: y, x2: x(row.high), y2: y, tone, width: row.focus ? 3 : 1.5 })
  marks.push({ kind: 'circle', cx: x(row.value), cy: y, r: row.focus ? 4.5 : 3.5, tone, hollow: !row.focus })
  marks.push({ ...words, x: width, text: formatTick(row.value), tone: row.focus ? 'ink' : 'muted', anchor: 'end' })
  const ends =
    row.low !== null && row.high !== null ? `, ${interval} ${formatTick(row.low)} to ${formatTick(row.high)}` : ''
  return { kind: 'group', about: `${row.label}: ${formatTick(row.value)}${ends}`, marks }
}
