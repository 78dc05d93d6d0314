/** Which are the largest? Bars from zero, each with its name and figure. */
import { scaleLinear } from 'd3-scale'
import { fitText, formatTick, rowHeight, textSize, textWidth } from './frame'
import type { Chart, Mark } from './mark'

type Bar = {
  label: string
  /** Null when it was not measured. */
  value: number | null
  focus?: boolean
  /** Written instead of the plain figure: "93%". */
  text?: string
}

export type HorizontalBars = {
  title: string
  summary: string
  bars: Bar[]
  /** What is measured, with its unit. */
  measure: string
  /** What the bars name: "account". */
  named: string
  /** The value of a full bar when it is not the largest one, such as 1 for shares. */
  full?: number
  width?: number
}

/** One line of 22 points per bar, under one line that says what is measured. */
export function horizontalBars({ title, summary, bars, measure, named, full, width = 720 }: HorizontalBars): Chart {
  const top = 20
  const figure = (bar: Bar) => bar.text ?? (bar.value === null ? 'not measured' : formatTick(bar.value))
  const left = Math.min(width * 0.4, Math.max(40, ...bars.map((bar) => textWidth(bar.label) + 14)))
  const right = width - Math.max(24, ...bars.map((bar) => textWidth(figure(bar)) + 12))
  const most = full ?? Math.max(0, ...bars.map((bar) => bar.value ?? 0))
  const x = scaleLinear([0, most || 1], [left, right])
  const height = top + bars.length * rowHeight + 4
  const rows = bars.map((bar, at): Mark => {
    const y = top + at * rowHeight
    const end = x(Math.max(0, bar.value ?? 0))
    const words = {
      kind: 'text',
      y: y + 15,
      size: textSize,
      tone: bar.focus ? 'ink' : 'muted',
      bold: bar.focus,
    } as const
    const marks: Mark[] = [
      { ...words, x: 0, text: fitText(bar.label, left - 10), anchor: 'start' },
      {
        kind: 'rect',
        x: left,
        y: y + 4,
        width: end - left,
        height: rowHeight - 8,
        tone: bar.focus ? 'focus' : 'peers',
      },
      { ...words, x: end + 6, text: figure(bar), anchor: 'start' },
    ]
    return { kind: 'group', about: `${bar.label}: ${figure(bar)} ${measure}`, marks }
  })
  const marks: Mark[] = [
    { kind: 'text', x: left, y: 11, text: measure, size: textSize, tone: 'muted', anchor: 'start' },
    ...rows,
    { kind: 'line', x1: left, y1: top, x2: left, y2: height, tone: 'muted' },
  ]
  const table = { columns: [named, measure], rows: bars.map((bar) => [bar.label, bar.value]) }
  return { title, summary, width, height, marks, table }
}
