/** What every page carries beside its text: number of the case, watermark, page and Bates number. Readers of tags pass it over. */

import type { SummaryContent } from '../summary-content'
import type { Piece, Ruler } from './break-lines'
import { featuresOf } from './faces'
import { inks, styles, type TextStyle } from './text-style'

/** A4 in points, with the margins of the text. */
export const page = { width: 595.28, height: 841.89, left: 85, right: 85, top: 92, bottom: 84 } as const
export const measure = page.width - page.left - page.right
export const foot = page.height - page.bottom

const furniture: TextStyle = { ...styles.cellMuted, size: 8 }
const marked: TextStyle = { ...styles.label, size: 8.5, colour: inks.ink }

type Furnished = { doc: PDFKit.PDFDocument; ruler: Ruler; content: SummaryContent; number: number; total: number }

/** Draws the furniture of a page that was just begun: before its text, so that the text stands over the watermark. */
export function furnish(given: Furnished): void {
  const { doc } = given
  doc.markContent('Artifact', { type: 'Pagination' })
  drawWatermark(given)
  drawHead(given)
  drawFoot(given)
  doc.endMarkedContent()
}

function drawWatermark({ doc, ruler, content }: Furnished): void {
  const style: TextStyle = { face: 'sans-bold', size: 118, leading: 118, colour: inks.watermark }
  const pieces = ruler.pieces(content.watermark.mark, style)
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
  const middle: [number, number] = [page.width / 2, page.height / 2]
  doc.save().rotate(-52, { origin: middle })
  drawPieces(doc, pieces, middle[0] - width / 2, middle[1] + 40)
  doc.restore()
}

function drawHead({ doc, ruler, content }: Furnished): void {
  const { case: of, watermark } = content
  const y = 54
  drawPieces(doc, ruler.pieces(`${of.number}  ·  Case summary`, furniture), page.left, y)
  const stamp = ruler.pieces(watermark.mark, marked)
  const width = stamp.reduce((sum, piece) => sum + piece.width, 0)
  drawPieces(doc, stamp, page.width - page.right - width - 6, y)
  doc.lineWidth(0.75).strokeColor(inks.ink)
  doc.rect(page.width - page.right - width - 12, y - 10, width + 12, 14).stroke()
  rule(doc, y + 12)
}

function drawFoot({ doc, ruler, content, number, total }: Furnished): void {
  const y = page.height - 50
  rule(doc, y - 14)
  drawPieces(doc, ruler.pieces(`Page ${number} of ${total}`, furniture), page.left, y)
  const bates = ruler.pieces(batesNumber(content.case.number, number), { ...styles.mono, size: 8 })
  const width = bates.reduce((sum, piece) => sum + piece.width, 0)
  drawPieces(doc, bates, page.width - page.right - width, y)
}

/** `TS-2026-00042-0001` */
function batesNumber(caseNumber: string, pageNumber: number): string {
  return `${caseNumber}-${String(pageNumber).padStart(4, '0')}`
}

/** A hairline over the measure. */
export function rule(
  doc: PDFKit.PDFDocument,
  y: number,
  { from = page.left, to = page.width - page.right } = {},
): void {
  doc.lineWidth(0.5).strokeColor(inks.rule).moveTo(from, y).lineTo(to, y).stroke()
}

/** Pieces on one baseline from `x` on. */
export function drawPieces(doc: PDFKit.PDFDocument, pieces: Piece[], x: number, baseline: number): void {
  let at = x
  for (const { text, font, style, width } of pieces) {
    doc.font(font).fontSize(style.size).fillColor(style.colour)
    // `textWidth` is known to the library and saves it a second layout; its types have forgotten it.
    const known = { textWidth: width, wordCount: 1 } as PDFKit.Mixins.TextOptions
    doc.text(text, at, baseline, { ...known, lineBreak: false, baseline: 'alphabetic', features: featuresOf(font) })
    at += width
  }
}
