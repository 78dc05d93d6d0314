/** Who was busy when, beside the others? A strip of bars for each thing on one time axis in UTC, with marks where something happened. */
import { max } from 'd3-array'
import { scaleUtc } from 'd3-scale'
import { bottomAxis, fitText, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'
import { timeTickTexts } from './time-ticks'

/** `at` is the start of a bin in milliseconds since 1970; `marked` counts what happened in it. */
export type StripBin = { at: number; value: number; marked: number }
export type Strip = { label: string; bins: StripBin[]; focus?: boolean }

export type StripChart = {
  title: string
  summary: string
  strips: Strip[]
  /** Milliseconds of a bin. */
  step: number
  /** What is counted, and what the marks are: "requests a day", "refusals". */
  measure: string
  marks: string
  width?: number
}

const stripHeight = 24

/** Strips of 24 points, each up to its own most, which stands at its right end; a mark is a dot under its bar. */
export function stripChart({ title, summary, strips, step, measure, marks, width = 720 }: StripChart): Chart {
  const base = 18 + strips.length * stripHeight + 4
  const left = Math.min(width * 0.36, Math.max(40, ...strips.map(({ label }) => textWidth(label) + 16)))
  const right = width - 40
  const all = strips.flatMap(({ bins }) => bins)
  const [first, last] = [Math.min(...all.map(({ at }) => at)), Math.max(...all.map(({ at }) => at)) + step]
  const x = scaleUtc(all.length > 0 ? [first, last] : [0, step], [left, right])
  const moments = x.ticks(Math.max(3, Math.floor((right - left) / 90)))
  const texts = timeTickTexts(moments)
  const ticks = moments.map((moment, at) => ({ x: x(moment), text: texts[at] ?? '' }))
  const about = `${measure}, each strip up to its own most; dots: ${marks}`
  const place = { x, left, right, step, words: { measure, marks } }
  const drawn: Mark[] = [
    {
      kind: 'text',
      x: left + textWidth(about) <= width ? left : 0,
      y: 11,
      text: fitText(about, width),
      size: textSize,
      tone: 'muted',
      anchor: 'start',
    },
    ...bottomAxis({ y: base, ticks, from: left, to: right, label: 'UTC' }),
    ...strips.flatMap((strip, at) => stripMarks(strip, 18 + (at + 1) * stripHeight, place)),
  ]
  const rows = strips.flatMap(({ label, bins }) =>
    bins.map(({ at, value, marked }) => [label, new Date(at).toISOString(), value, marked]),
  )
  return {
    title,
    summary,
    width,
    height: base + 38,
    marks: drawn,
    table: { columns: ['', 'From (UTC)', measure, marks], rows },
  }
}

type Shared = {
  x: (at: number) => number
  left: number
  right: number
  step: number
  words: { measure: string; marks: string }
}

function stripMarks({ label, bins, focus }: Strip, foot: number, { x, left, right, step, words }: Shared): Mark[] {
  const text = fitText(label, left - 12)
  const most = max(bins, ({ value }) => value) || 1
  return [
    { kind: 'text', x: 0, y: foot - 5, text, size: textSize, tone: focus ? 'ink' : 'muted', anchor: 'start' },
    {
      kind: 'text',
      x: right + 4,
      y: foot - 5,
      text: most.toLocaleString('en'),
      size: textSize - 1,
      tone: 'muted',
      anchor: 'start',
    },
    ...bins.flatMap(({ at, value, marked }): Mark[] => {
      const [from, to] = [x(at), x(at + step)]
      const height = Math.max(1, (value / most) * (stripHeight - 8))
      const about = `${label}, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${value} ${words.measure}, ${marked} ${words.marks}`
      const bar: Mark = {
        kind: 'rect',
        x: from,
        y: foot - 3 - height,
        width: Math.max(1, to - from - 0.5),
        height,
        tone: focus ? 'focus' : 'peers',
        about,
      }
      return marked > 0 ? [bar, { kind: 'circle', cx: (from + to) / 2, cy: foot, r: 1.5, tone: 'ink', about }] : [bar]
    }),
  ]
}
