/** How much does a weight mislead? The share of known pairs of each kind that reach a weight, with the case marked. */
import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { bottomAxis, fitText, formatTick, leftGrid, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'

/** `percentiles[k]` is the value that k of 100 parts of the pairs do not exceed, rising. */
export type KnownPairs = { label: string; percentiles: readonly number[]; focus?: boolean }

export type TippettPlot = {
  title: string
  summary: string
  pairs: KnownPairs[]
  /** The values of the case, each with its name. */
  cases: { label: string; value: number }[]
  measure: string
  /** Beyond these values nothing is reported. */
  limits: [number, number]
  width?: number
}

const top = 24
const base = 190
const left = 44

/** Falling curves of the share of pairs at or above each value; dashed lines at 0 and at the limits. Height 232 points. */
export function tippettPlot({ title, summary, pairs, cases, measure, limits, width = 720 }: TippettPlot): Chart {
  const right = width - 12
  const x = scaleLinear([limits[0] * 1.6, limits[1] * 1.6], [left, right]).clamp(true)
  const y = scaleLinear([0, 1], [base, top])
  const marks: Mark[] = [
    ...leftGrid(
      [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: y(share), text: `${100 * share}%` })),
      left,
      right,
    ),
    ...bottomAxis({
      y: base,
      ticks: x.ticks(7).map((value) => ({ x: x(value), text: formatTick(value) })),
      from: left,
      to: right,
      label: measure,
    }),
    ...[0, ...limits].map((at): Mark => upright(x(at), 'rule')),
    ...pairs.map((known): Mark => curveOf(known, x, y)),
    ...pairs.map((known, k): Mark => nameOf(known, right, top + 14 + 15 * k)),
    ...cases.flatMap(({ label, value }, k): Mark[] =>
      caseMarks({ label, value }, { at: x(value), y: top - 8 - 14 * k, right }),
    ),
  ]
  const table = {
    columns: ['Share at or above', ...pairs.map(({ label }) => label)],
    rows: [0, 5, 10, 25, 50, 75, 90, 95, 100].map((k) => [
      `${100 - k}%`,
      ...pairs.map((known) => known.percentiles[k] ?? null),
    ]),
  }
  return { title, summary, width, height: base + 42, marks, table }
}

type Scale = (value: number) => number

function curveOf({ label, percentiles, focus }: KnownPairs, x: Scale, y: Scale): Mark {
  const points = percentiles.map((value, k): [number, number] => [x(value), y(1 - k / 100)])
  const tone = focus ? 'focus' : 'muted'
  const path: Mark = { kind: 'path', d: line()(points) ?? '', tone, fill: false, width: 2, dashed: !focus }
  return { kind: 'group', about: label, marks: [path] }
}

function nameOf({ label, focus }: KnownPairs, right: number, y: number): Mark {
  const text = `${focus ? '—' : '- -'} ${label}`
  return { kind: 'text', x: right - 4, y, text, size: textSize, tone: focus ? 'focus' : 'muted', anchor: 'end' }
}

type CasePlace = { at: number; y: number; right: number }

/** The line of a case with its name above the plot, to the side where there is room for it. */
function caseMarks({ label, value }: { label: string; value: number }, { at, y, right }: CasePlace): Mark[] {
  const text = `${label}: ${formatTick(value)}`
  const fits = at + 5 + textWidth(text) <= right
  return [
    { kind: 'line', x1: at, y1: top, x2: at, y2: base, tone: 'ink', width: 1.5 },
    {
      kind: 'text',
      x: fits ? at + 5 : at - 5,
      y,
      text: fits ? text : fitText(text, at - left - 10),
      size: textSize,
      tone: 'ink',
      anchor: fits ? 'start' : 'end',
      bold: true,
    },
  ]
}

const upright = (at: number, tone: 'rule'): Mark => ({
  kind: 'line',
  x1: at,
  y1: top,
  x2: at,
  y2: base,
  tone,
  dashed: true,
})
