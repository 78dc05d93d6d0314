/** The sheet that a summary is set on: a cursor that goes down the page, pages that follow each other, and a tag for all that is text. */

import PDFDocument from 'pdfkit'
import type { SummaryContent } from '../summary-content'
import { type Line, Ruler } from './break-lines'
import { Faces } from './faces'
import { drawPieces, foot, furnish, measure, page } from './page-furniture'
import { type Span, styles, type TextStyle } from './text-style'

export type Tag = PDFKit.PDFStructureElement

export type Setting = {
  tag?: string
  /** Points before and after. */
  before?: number
  after?: number
  /** Points from the left edge of the text, and the width. */
  indent?: number
  width?: number
  /** Points below that must fit on the same page. */
  keep?: number
}

/** Pages of places and how many pages there are, as an earlier pass found them. */
export type Places = { pages: Map<string, number>; total: number }

export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly ruler: Ruler
  readonly places: Places = { pages: new Map(), total: 0 }
  y: number = page.top
  readonly #content: SummaryContent
  readonly #known: Places
  #parent: Tag

  constructor(content: SummaryContent, known: Places) {
    this.doc = new PDFDocument(optionsOf(content))
    this.ruler = new Ruler(this.doc, new Faces(this.doc))
    this.#content = content
    this.#known = known
    this.#parent = this.doc.struct('Document')
    this.doc.addStructure(this.#parent)
    this.newPage()
  }

  newPage(): void {
    this.doc.addPage()
    this.places.total += 1
    const { doc, ruler } = this
    furnish({ doc, ruler, content: this.#content, number: this.places.total, total: this.#known.total })
    this.y = page.top
  }

  /** Begins a page unless `height` points are left on this one. */
  ensure(height: number): void {
    if (this.y + height > foot && this.y > page.top) this.newPage()
  }

  /** The first pass: it finds where everything comes to stand, and what it draws nobody sees. */
  get isTrial(): boolean {
    return this.#known.total === 0
  }

  get atTop(): boolean {
    return this.y === page.top
  }

  /** Points to the foot of the page. */
  get left(): number {
    return foot - this.y
  }

  /** What `work` sets stands inside a tag of this type. */
  within(type: string, work: () => void): void {
    const outer = this.#parent
    const tag = this.doc.struct(type)
    outer.add(tag)
    this.#parent = tag
    work()
    tag.end()
    this.#parent = outer
  }

  /** Draws something as one leaf of the tags, on this page. */
  mark(type: string, draw: () => void, { alt, scope }: { alt?: string; scope?: string } = {}): void {
    const tag = this.doc.struct(type, { alt, scope } as { alt?: string })
    this.#parent.add(tag)
    this.#leaf(tag, type, draw)
    tag.end()
  }

  /** Draws what carries no meaning: rules and grounds. */
  decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.doc.endMarkedContent()
  }

  /** Sets a paragraph. At least two of its lines stay together at a page's end. */
  paragraph(
    text: string | Span[],
    { tag = 'P', before = 0, after = 7, indent = 0, width, keep = 0 }: Setting = {},
  ): void {
    const spans = typeof text === 'string' ? [{ text, style: styles.body }] : text
    const lines = this.ruler.lines(spans, (width ?? measure) - indent)
    this.y += this.y > page.top ? before : 0
    const height = lines.reduce((sum, { leading }) => sum + leading, 0)
    const first = lines.slice(0, 2).reduce((sum, { leading }) => sum + leading, 0)
    this.ensure(Math.min(height, first) + keep)
    const element = this.doc.struct(tag)
    this.#parent.add(element)
    this.#flow(element, tag, lines, indent)
    element.end()
    this.y += after
  }

  /** Lines over as many pages as they take; the last line never stands alone on one. */
  #flow(element: Tag, tag: string, lines: Line[], indent: number): void {
    let rest = lines
    while (rest.length > 0) {
      const [here, next] = this.#cut(rest)
      this.#leaf(element, tag, () => this.drawLines(here, page.left + indent))
      if (next.length > 0) this.newPage()
      rest = next
    }
  }

  #cut(lines: Line[]): [Line[], Line[]] {
    let [count, height] = [0, 0]
    while (count < lines.length && this.y + height + (lines[count]?.leading ?? 0) <= foot + 0.01) {
      height += lines[count]?.leading ?? 0
      count += 1
    }
    if (count === 0) count = 1
    else if (lines.length - count === 1 && count > 2) count -= 1
    return [lines.slice(0, count), lines.slice(count)]
  }

  /** Draws lines from the cursor down, starting at `x`. */
  drawLines(lines: Line[], x: number): void {
    for (const { pieces, leading } of lines) {
      if (!this.isTrial) drawPieces(this.doc, pieces, x, this.y + leading * 0.76)
      this.y += leading
    }
  }

  /** Notes that `place` is on this page. */
  arrive(place: string): void {
    this.places.pages.set(place, this.places.total)
  }

  /** The page of a place by the earlier pass; 0 during that pass. */
  pageOf(place: string): number {
    return this.#known.pages.get(place) ?? 0
  }

  widthOf(text: string, style: TextStyle): number {
    return this.ruler.widthOf(text, style)
  }

  end(): void {
    this.#parent.end()
    this.doc.end()
  }

  #leaf(element: Tag, type: string, draw: () => void): void {
    const marked = this.doc.markStructureContent(type)
    draw()
    this.doc.endMarkedContent()
    element.add(marked)
  }
}

/** Nothing random and nothing of the present: the dates are those of the last material event, and streams are not compressed. */
function optionsOf({ case: of, asOf, watermark }: SummaryContent): PDFKit.PDFDocumentOptions {
  const at = new Date(asOf.at)
  return {
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    compress: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: `${of.number}: ${of.title}`,
      Subject: `Case summary, ${watermark.mark}`,
      Author: 'Touchstone',
      Creator: 'Touchstone',
      Producer: 'Touchstone',
      CreationDate: at,
      ModDate: at,
    },
  }
}
