/**
 * What charts are made of: marks with positions in points and tones by meaning, drawn alike as SVG on the page and as vectors in
 * the PDF. The origin is top left, y grows downwards. No mark carries a colour; `palette.ts` has the one for paper.
 */

/** What a mark means, not how it looks. */
export type ChartTone =
  /** Text and points that carry the answer. */
  | 'ink'
  /** Secondary text, other series. */
  | 'muted'
  /** Rules, ticks and grid. */
  | 'rule'
  /** The thing the chart is about: the suspect, the account, the campaign. */
  | 'focus'
  /** Area under or around the thing it is about. */
  | 'focus-soft'
  /** What it is compared with: bars and areas of peers or controls. */
  | 'peers'
  /** A band of what is ordinary, behind everything. */
  | 'band'
  /** The ground, to cut a mark out of another. */
  | 'ground'
  /** A sequential shade: 0 is nothing, 6 is the most. */
  | `shade-${0 | 1 | 2 | 3 | 4 | 5 | 6}`

export type LineMark = {
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  tone: ChartTone
  /** Stroke in points; 1 unless given. */
  width?: number
  dashed?: boolean
}

export type RectMark = {
  kind: 'rect'
  x: number
  y: number
  width: number
  height: number
  tone: ChartTone
  about?: string
}

export type CircleMark = {
  kind: 'circle'
  cx: number
  cy: number
  r: number
  tone: ChartTone
  /** Only the outline, the ground within. */
  hollow?: boolean
  about?: string
}

export type PathMark = {
  kind: 'path'
  /** SVG path data, which pdfkit reads as it is. */
  d: string
  tone: ChartTone
  /** Filled, or stroked with `width` points. */
  fill: boolean
  width?: number
  dashed?: boolean
}

export type TextMark = {
  kind: 'text'
  x: number
  /** The baseline. */
  y: number
  text: string
  /** Points. */
  size: number
  tone: ChartTone
  anchor: 'start' | 'middle' | 'end'
  bold?: boolean
}

/** Marks that belong together; `about` is the sentence a reader hears or a hover shows. */
export type GroupMark = { kind: 'group'; about?: string; marks: Mark[] }

export type Mark = LineMark | RectMark | CircleMark | PathMark | TextMark | GroupMark

/** The figures behind a picture, which the page shows as a table and hands out as CSV. Null is "not measured". */
export type ChartTable = { columns: string[]; rows: (string | number | null)[][] }

/** A chart ready to draw. `title` is the question it answers, `summary` the answer in words. */
export type Chart = {
  title: string
  summary: string
  /** Points. */
  width: number
  height: number
  marks: Mark[]
  table: ChartTable
  /** Where time lies across, for charts in which a span can be chosen: points, and milliseconds since 1970 at them. */
  axis?: { left: number; right: number; top: number; base: number; from: number; until: number }
}
