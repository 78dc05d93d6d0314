/** What lay beside what in time? Spans and moments on one axis in UTC, a row for each thing. */
import { scaleUtc } from 'd3-scale'
import { bottomAxis, fitText, rowHeight, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'
import { timeTickTexts } from './time-ticks'

export type SpanRow = {
  label: string
  /** Milliseconds since 1970; equal ends make a moment, null an end that is still open. */
  spans: { from: number; until: number | null; about: string }[]
  focus?: boolean
}

export type SpanChart = { title: string; summary: string; rows: SpanRow[]; now: number; width?: number }

const margin = 0.04

/** One line of 22 points per row, labels at the left; open spans run to the right edge. */
export function spanChart({ title, summary, rows, now, width = 720 }: SpanChart): Chart {
  const base = 6 + rows.length * rowHeight + 4
  const left = Math.min(width * 0.36, Math.max(40, ...rows.map(({ label }) => textWidth(label) + 16)))
  const x = scaleUtc(shownSpan(rows, now), [left, width - 8])
  const moments = x.ticks(Math.max(3, Math.floor((width - left) / 90)))
  const texts = timeTickTexts(moments)
  const ticks = moments.map((moment, at) => ({ x: x(moment), text: texts[at] ?? '' }))
  const place = { x, left, right: width - 8 }
  const marks = [
    ...bottomAxis({ y: base, ticks, from: left, to: width - 8, label: 'UTC' }),
    ...rows.map((row, at) => rowMarks(row, 6 + (at + 0.5) * rowHeight, place)),
  ]
  const table = {
    columns: ['', 'What', 'From (UTC)', 'Until (UTC)'],
    rows: rows.flatMap(({ label, spans }) =>
      spans.map(({ from, until, about }) => [label, about, isoOf(from), until === null ? null : isoOf(until)]),
    ),
  }
  return { title, summary, width, height: base + 38, marks, table }
}

/** From the first to the last closed end and moment with a little room; what began long before is cut at the left. */
function shownSpan(rows: SpanRow[], now: number): [number, number] {
  const focus = rows.filter(({ focus }) => focus).flatMap(({ spans }) => spans)
  const all = (focus.length > 0 ? focus : rows.flatMap(({ spans }) => spans)).flatMap(({ from, until }) => [
    from,
    until ?? now,
  ])
  const [first, last] = [Math.min(...all, now), Math.max(...all)]
  const room = Math.max(last - first, 86_400_000) * margin
  return [first - room, last + room]
}

type Place = { x: (at: number) => number; left: number; right: number }

function rowMarks({ label, spans, focus }: SpanRow, y: number, { x, left, right }: Place): Mark {
  const tone = focus ? 'focus' : 'peers'
  const within = (at: number) => Math.min(right, Math.max(left, x(at)))
  const bars = spans.map(({ from, until, about }): Mark => {
    const [start, end] = [within(from), until === null ? right : within(until)]
    if (until === from) return { kind: 'circle', cx: start, cy: y, r: 4, tone, about }
    return { kind: 'rect', x: start, y: y - 5, width: Math.max(2, end - start), height: 10, tone, about }
  })
  const text: Mark = {
    kind: 'text',
    x: 0,
    y: y + 4,
    text: fitText(label, left - 12),
    size: textSize,
    tone: focus ? 'ink' : 'muted',
    anchor: 'start',
  }
  return { kind: 'group', about: `${label}: ${spans.map(({ about }) => about).join('; ')}`, marks: [text, ...bars] }
}

const isoOf = (at: number): string => new Date(at).toISOString()
