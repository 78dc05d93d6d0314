/** How is a measure spread, and where does the thing in question stand? Bars from zero, one marked place. */
import { scaleLinear } from 'd3-scale'
import { bottomAxis, formatTick, leftGrid, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'

/** A bar: from (inclusive) to (exclusive, but inclusive for the last), and how many. */
export type Bin = { from: number; to: number; count: number }

export type Histogram = {
  title: string
  summary: string
  bins: Bin[]
  /** What is measured, with its unit: "requests per account". */
  measure: string
  /** What is counted: "accounts". */
  counted: string
  /** The place of the thing in question. */
  marker?: { value: number; label: string }
  width?: number
}

/** Equal bins over `values`; the last takes its upper end. No values, no bins; one value only, one bin of width 1. */
export function binValues(values: number[], count: number): Bin[] {
  if (values.length === 0) return []
  const low = values.reduce((a, b) => Math.min(a, b))
  const high = values.reduce((a, b) => Math.max(a, b))
  if (low === high) return [{ from: low, to: low + 1, count: values.length }]
  const step = (high - low) / count
  const bins = Array.from({ length: count }, (_, at) => ({
    from: low + at * step,
    to: low + (at + 1) * step,
    count: 0,
  }))
  for (const value of values) {
    const bin = bins[Math.min(count - 1, Math.floor((value - low) / step))]
    if (bin) bin.count += 1
  }
  return bins
}

/** Bars of `bins` with their counts at the left and the marker's line through them. Height 220 points. */
export function histogram({ title, summary, bins, measure, counted, marker, width = 720 }: Histogram): Chart {
  const height = 220
  const most = Math.max(1, ...bins.map((bin) => bin.count))
  const left = Math.max(28, textWidth(formatTick(most)) + 10)
  const ends = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1, ...(marker ? [marker.value] : [])]
  const x = scaleLinear([Math.min(...ends), Math.max(...ends)], [left, width - 8])
  const y = scaleLinear([0, most], [height - 38, 30]).nice(4)
  const holds = (bin: Bin) => marker !== undefined && bin.from <= marker.value && marker.value < bin.to
  const bars: Mark[] = bins.map((bin) => ({
    kind: 'rect',
    x: x(bin.from) + 0.5,
    y: y(bin.count),
    width: Math.max(0.5, x(bin.to) - x(bin.from) - 1),
    height: y(0) - y(bin.count),
    tone: holds(bin) ? 'focus' : 'peers',
    about: `${formatTick(bin.from)} to ${formatTick(bin.to)}: ${formatTick(bin.count)} ${counted}`,
  }))
  const ticks = x.ticks(Math.max(3, Math.floor(width / 90))).map((value) => ({ x: x(value), text: formatTick(value) }))
  const whole = y.ticks(4).filter(Number.isInteger)
  const marks: Mark[] = [
    ...leftGrid(
      whole.filter((value) => value > 0).map((value) => ({ y: y(value), text: formatTick(value) })),
      left,
      width - 8,
    ),
    { kind: 'text', x: 0, y: 12, text: counted, size: textSize, tone: 'muted', anchor: 'start' },
    ...bars,
    ...bottomAxis({ y: y(0), ticks, from: left, to: width - 8, label: measure }),
    ...(marker ? markerMarks(x(marker.value), y(0), marker.label, width) : []),
  ]
  const rows = bins.map((bin) => [bin.from, bin.to, bin.count])
  return { title, summary, width, height, marks, table: { columns: [`${measure}, from`, 'to', counted], rows } }
}

function markerMarks(at: number, base: number, label: string, width: number): Mark[] {
  const toLeft = at > width / 2
  return [
    { kind: 'line', x1: at, y1: 18, x2: at, y2: base, tone: 'ink', width: 1.5 },
    {
      kind: 'text',
      x: at + (toLeft ? -5 : 5),
      y: 24,
      text: label,
      size: textSize,
      tone: 'ink',
      anchor: toLeft ? 'end' : 'start',
      bold: true,
    },
  ]
}
