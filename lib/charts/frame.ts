/** The parts that all charts share: sizes, the width of words, axes. Pure. */
import type { Mark } from './mark'

/** Sizes in points. */
export const textSize = 11
export const rowHeight = 22

/** About how wide a text is, in points, in the interface face; for margins, never for layout to the point. */
export function textWidth(text: string, size = textSize): number {
  return text.length * size * 0.52
}

/** `text` cut to about `width` points, with an ellipsis when it was longer. */
export function fitText(text: string, width: number, size = textSize): string {
  if (textWidth(text, size) <= width) return text
  return `${text.slice(0, Math.max(1, Math.floor(width / (size * 0.52)) - 1)).trimEnd()}…`
}

/** A figure on an axis: thousands separated, no exponent, no digits that say nothing. */
export function formatTick(value: number): string {
  const large = Math.abs(value) >= 1e6
  const text = new Intl.NumberFormat('en-US', { maximumFractionDigits: large ? 2 : 3 }).format(
    large ? value / 1e6 : value,
  )
  return `${text.replace('-', '−')}${large ? ' M' : ''}`
}

type BottomAxis = {
  y: number
  ticks: { x: number; text: string }[]
  /** Extent of the baseline. */
  from: number
  to: number
  /** What the axis measures, with its unit; written under the ticks. */
  label?: string
}

/** A baseline with ticks, their figures (each that has room), and what is measured. Takes 34 points below `y` with a label, else 18. */
export function bottomAxis({ y, ticks, from, to, label }: BottomAxis): Mark[] {
  const marks: Mark[] = [{ kind: 'line', x1: from, y1: y, x2: to, y2: y, tone: 'rule' }]
  let taken = Number.NEGATIVE_INFINITY
  for (const { x, text } of ticks) {
    marks.push({ kind: 'line', x1: x, y1: y, x2: x, y2: y + 4, tone: 'rule' })
    const half = textWidth(text) / 2
    if (x - half < taken + 6) continue
    taken = x + half
    marks.push({ kind: 'text', x, y: y + 15, text, size: textSize, tone: 'muted', anchor: 'middle' })
  }
  if (label) marks.push({ kind: 'text', x: to, y: y + 31, text: label, size: textSize, tone: 'muted', anchor: 'end' })
  return marks
}

/** Horizontal rules with their figures at the left, for charts whose height speaks. */
export function leftGrid(ticks: { y: number; text: string }[], from: number, to: number): Mark[] {
  return ticks.flatMap(({ y, text }): Mark[] => [
    { kind: 'line', x1: from, y1: y, x2: to, y2: y, tone: 'rule', width: 0.5 },
    { kind: 'text', x: from - 6, y: y + 4, text, size: textSize, tone: 'muted', anchor: 'end' },
  ])
}
