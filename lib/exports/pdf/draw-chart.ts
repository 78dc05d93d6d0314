/** Draws a chart as vectors in the colours of paper: the same marks that pages draw as SVG. */

import type { Chart, GroupMark, Mark, TextMark } from '@/lib/charts/mark'
import { paperPalette } from '@/lib/charts/palette'
import { drawPieces, measure, page } from './page-furniture'
import type { Sheet } from './sheet'
import { span, styles } from './text-style'

/** Charts are drawn this wide and scaled to the measure, so that their text is a little smaller than the text around. */
export const chartWidth = 560
const scale = measure / chartWidth

/** Points that a chart takes with the words over it; none for no chart. */
export const chartHeight = (chart: Chart | undefined): number => (chart ? chart.height * scale + 50 : 0)

/** The question, the answer in a sentence, and the picture, kept together. */
export function setChart(sheet: Sheet, chart: Chart): void {
  const height = chart.height * scale
  sheet.paragraph([span(chart.title, styles.cellBold)], { before: 4, after: 1, keep: height + 40 })
  sheet.paragraph([span(chart.summary, styles.cellMuted)], { after: 6, keep: height })
  sheet.ensure(height)
  const alt = `${chart.title} ${chart.summary}`
  if (!sheet.isTrial) sheet.mark('Figure', () => drawMarks(sheet, chart), { alt })
  sheet.y += height + 10
}

function drawMarks(sheet: Sheet, { marks }: Chart): void {
  const { doc } = sheet
  doc.save().translate(page.left, sheet.y).scale(scale)
  for (const mark of marks) drawMark(sheet, mark)
  doc.restore()
}

function drawMark(sheet: Sheet, mark: Mark): void {
  if (mark.kind === 'group') for (const one of mark.marks) drawMark(sheet, one)
  else if (mark.kind === 'text') drawText(sheet, mark)
  else drawShape(sheet, mark)
}

function drawShape({ doc }: Sheet, mark: Exclude<Mark, TextMark | GroupMark>): void {
  const colour = paperPalette[mark.tone]
  doc.undash().fillColor(colour).strokeColor(colour)
  if ('dashed' in mark && mark.dashed) doc.dash(3, { space: 3 })
  switch (mark.kind) {
    case 'line':
      doc
        .lineWidth(mark.width ?? 1)
        .moveTo(mark.x1, mark.y1)
        .lineTo(mark.x2, mark.y2)
        .stroke()
      break
    case 'rect':
      if (mark.width > 0 && mark.height > 0) doc.rect(mark.x, mark.y, mark.width, mark.height).fill()
      break
    case 'circle':
      doc.lineWidth(1.5).circle(mark.cx, mark.cy, mark.r)
      doc.fillAndStroke(mark.hollow ? paperPalette.ground : colour, colour)
      break
    case 'path':
      if (mark.fill) doc.path(mark.d).fill()
      else
        doc
          .lineWidth(mark.width ?? 1)
          .path(mark.d)
          .stroke()
  }
  doc.undash()
}

function drawText(sheet: Sheet, { x, y, text, size, tone, anchor, bold }: TextMark): void {
  const style = { face: bold ? 'sans-bold' : 'sans', size, leading: size, colour: paperPalette[tone] } as const
  const pieces = sheet.ruler.pieces(text, style)
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
  drawPieces(sheet.doc, pieces, anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width, y)
}
