/** When did it happen, and beside what? Lines from zero over time in UTC, named at their ends, with dated events. */
import { extent, max } from 'd3-array'
import { scaleLinear, scaleUtc } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { bottomAxis, fitText, formatTick, leftGrid, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'
import { timeTickTexts } from './time-ticks'

/**
 * One span: it starts at `at` (milliseconds since 1970) and lasts until the next point, the last one as long as the one before.
 * Null where nothing was measured.
 */
type TimePoint = { at: number; value: number | null }

type TimeLine = { label: string; points: TimePoint[]; focus?: boolean }

export type TimeSeries = {
  title: string
  summary: string
  series: TimeLine[]
  /** What is measured, with its unit and span: "requests per hour". */
  measure: string
  /** Dated things above the lines: a model release, a change of terms. */
  events?: { at: number; label: string }[]
  width?: number
}

/** Steps over time; the focus series is filled and drawn last. Height 214 points, 18 more with events. */
export function timeSeries({ title, summary, series, measure, events = [], width = 720 }: TimeSeries): Chart {
  const frame = frameOf(series, events, width)
  const { x, y, right, base } = frame
  const ordered = [...series].sort((a, b) => Number(a.focus ?? false) - Number(b.focus ?? false))
  const marks: Mark[] = [
    ...axisMarks(frame),
    { kind: 'text', x: 0, y: 12, text: measure, size: textSize, tone: 'muted', anchor: 'start' },
    ...ordered.map((one) => lineMarks(one, x, y)),
    ...nameMarks(series, y, right, width),
    ...events.flatMap((event) => eventMarks(x(event.at), event.label, base, right)),
  ]
  const table = {
    columns: ['Series', 'From (UTC)', measure],
    rows: series.flatMap((one) => one.points.map(({ at, value }) => [one.label, new Date(at).toISOString(), value])),
  }
  const axis = { left: frame.left, right, top: frame.top, base, from: frame.from, until: frame.until }
  return { title, summary, width, height: base + 36, marks, table, axis }
}

type Frame = ReturnType<typeof frameOf>

function frameOf(series: TimeLine[], events: { at: number }[], width: number) {
  const top = events.length > 0 ? 46 : 28
  const base = top + 150
  const points = series.flatMap((one) => one.points)
  const most = max(points, (point) => point.value) || 1
  const left = Math.max(28, textWidth(formatTick(most)) + 10)
  const names = max(series, (one) => textWidth(one.label)) ?? 0
  const right = width - Math.min(width * 0.3, names + 10)
  const [from = 0, to = 1] = extent([...series.flatMap((one) => wholeSpans(one.points)), ...events], (one) => one.at)
  const x = scaleUtc([from, to], [left, right])
  const y = scaleLinear([0, most], [base, top]).nice(4)
  const counted = points.every(({ value }) => value === null || Number.isInteger(value))
  return { x, y, left, right, top, base, from, until: to, counted }
}

function axisMarks({ x, y, left, right, base, counted }: Frame): Mark[] {
  const moments = x.ticks(Math.max(3, Math.floor((right - left) / 80)))
  const texts = timeTickTexts(moments)
  const ticks = moments.map((moment, at) => ({ x: x(moment), text: texts[at] ?? '' }))
  const heights = y.ticks(4).filter((value) => value > 0 && (!counted || Number.isInteger(value)))
  const grid = heights.map((value) => ({ y: y(value), text: formatTick(value) }))
  return [...leftGrid(grid, left, right), ...bottomAxis({ y: base, ticks, from: left, to: right, label: 'UTC' })]
}

/** Each measured span to its end: before a gap and after the last point the value is said once more. */
function wholeSpans(points: TimePoint[]): TimePoint[] {
  const [before, last] = points.slice(-2)
  const end = before && last ? [{ at: 2 * last.at - before.at, value: null }] : []
  return [...points, ...end].flatMap((point, at, all) => {
    const value = all[at - 1]?.value ?? null
    return point.value === null && value !== null ? [{ at: point.at, value }, point] : [point]
  })
}

function lineMarks(one: TimeLine, x: (at: number) => number, y: (value: number) => number): Mark {
  const at = (point: TimePoint) => x(point.at)
  const up = (point: TimePoint) => y(point.value ?? 0)
  const spans = wholeSpans(one.points)
  const known = (point: TimePoint) => point.value !== null
  const stroke = line<TimePoint>(at, up).defined(known).curve(curveStepAfter)(spans) ?? ''
  const fill = area<TimePoint>(at, y(0), up).defined(known).curve(curveStepAfter)(spans) ?? ''
  const drawn: Mark[] = [
    { kind: 'path', d: stroke, tone: one.focus ? 'focus' : 'muted', fill: false, width: one.focus ? 1.75 : 1 },
  ]
  if (one.focus) drawn.unshift({ kind: 'path', d: fill, tone: 'focus-soft', fill: true })
  return { kind: 'group', about: one.label, marks: drawn }
}

/** Names at the line ends, pushed apart so that none covers another. */
function nameMarks(series: TimeLine[], y: (value: number) => number, right: number, width: number): Mark[] {
  const places = series
    .map((one) => ({ one, at: y(one.points.findLast((point) => point.value !== null)?.value ?? 0) + 4 }))
    .sort((a, b) => b.at - a.at)
  let ceiling = Number.POSITIVE_INFINITY
  return places.map(({ one, at }) => {
    ceiling = Math.min(at, ceiling - 13)
    const text = fitText(one.label, width - right - 8)
    return {
      kind: 'text',
      x: right + 6,
      y: ceiling,
      text,
      size: textSize,
      tone: one.focus ? 'focus' : 'muted',
      anchor: 'start',
      bold: one.focus,
    }
  })
}

function eventMarks(x: number, label: string, base: number, right: number): Mark[] {
  const toLeft = x + textWidth(label) > right
  return [
    { kind: 'line', x1: x, y1: 22, x2: x, y2: base, tone: 'ink', dashed: true },
    {
      kind: 'text',
      x: x + (toLeft ? -4 : 4),
      y: 30,
      text: label,
      size: textSize,
      tone: 'ink',
      anchor: toLeft ? 'end' : 'start',
    },
  ]
}
