/** Tables that a lawyer can cite: the head again on each page, rows that never break, and tags that say which cell heads which. */

import type { Line } from './break-lines'
import { foot, measure, page, rule } from './page-furniture'
import type { Sheet } from './sheet'
import { type Span, span, styles } from './text-style'

/** `share` of the measure; the shares of a table add up to 1. */
type TableColumn = { label: string; share: number; end?: boolean }
export type Cell = string | Span[]

const gap = 10
const pad = 3

type Set = { columns: TableColumn[]; rows: Cell[][] }

/** Sets a table at the cursor. */
export function setTable(sheet: Sheet, { columns, rows }: Set, { after = 12 } = {}): void {
  const edges = edgesOf(columns)
  const lined = (cells: Cell[], style = styles.cell) =>
    cells.map((cell, at) => {
      const spans = typeof cell === 'string' ? [span(cell, style)] : cell
      return sheet.ruler.lines(spans, edges[at]?.width ?? measure)
    })
  const head = lined(
    columns.map(({ label }) => label),
    styles.label,
  )
  const bodies = rows.map((row) => lined(row))
  sheet.ensure(heightOf(head) + heightOf(bodies[0] ?? []) + 4)
  sheet.within('Table', () => {
    setRow(sheet, { cells: head, edges, tag: 'TH' })
    for (const cells of bodies) {
      if (sheet.y + heightOf(cells) > foot) {
        sheet.newPage()
        sheet.decorate(() => repeatHead(sheet, head, edges))
      }
      setRow(sheet, { cells, edges, tag: 'TD' })
    }
  })
  sheet.y += after
}

type Edge = { x: number; width: number; end: boolean }

function edgesOf(columns: TableColumn[]): Edge[] {
  const whole = measure - gap * (columns.length - 1)
  let x = page.left
  return columns.map(({ share, end = false }) => {
    const edge = { x, width: whole * share, end }
    x += edge.width + gap
    return edge
  })
}

const heightOf = (cells: Line[][]): number =>
  Math.max(0, ...cells.map((lines) => lines.reduce((sum, { leading }) => sum + leading, 0))) + pad * 2

type Row = { cells: Line[][]; edges: Edge[]; tag: 'TH' | 'TD' }

function setRow(sheet: Sheet, { cells, edges, tag }: Row): void {
  const top = sheet.y
  const height = heightOf(cells)
  sheet.within('TR', () => {
    for (const [at, lines] of cells.entries()) {
      const draw = () => drawCell(sheet, lines, edges[at], top)
      sheet.mark(tag, draw, tag === 'TH' ? { scope: 'Column' } : {})
    }
  })
  sheet.y = top + height
  sheet.decorate(() => rule(sheet.doc, sheet.y))
}

function repeatHead(sheet: Sheet, head: Line[][], edges: Edge[]): void {
  const top = sheet.y
  for (const [at, lines] of head.entries()) drawCell(sheet, lines, edges[at], top)
  sheet.y = top + heightOf(head)
  rule(sheet.doc, sheet.y)
}

function drawCell(sheet: Sheet, lines: Line[], edge: Edge | undefined, top: number): void {
  if (!edge) return
  sheet.y = top + pad
  for (const line of lines) sheet.drawLines([line], edge.end ? edge.x + edge.width - line.width : edge.x)
}
