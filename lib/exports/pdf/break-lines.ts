/** Breaks text of mixed faces into lines of a given width: at spaces, and inside a word only when it is wider than the line. */

import { type Faces, featuresOf, type Run } from './faces'
import type { Span, TextStyle } from './text-style'

export type Piece = { text: string; font: string; style: TextStyle; width: number }
export type Line = { pieces: Piece[]; width: number; leading: number }

/** Widths of runs in a document's fonts, in points. */
export class Ruler {
  readonly #doc: PDFKit.PDFDocument
  readonly #faces: Faces
  readonly #widths = new Map<string, number>()

  constructor(doc: PDFKit.PDFDocument, faces: Faces) {
    this.#doc = doc
    this.#faces = faces
  }

  /** `text` as measured pieces. */
  pieces(text: string, style: TextStyle): Piece[] {
    return this.#faces.runs(text, style.face).map((run) => ({ ...run, style, width: this.#widthOf(run, style.size) }))
  }

  /** Words come again and again; a font is asked once for each, at the size of one point. */
  #widthOf({ font, text }: Run, size: number): number {
    const key = `${font} ${text}`
    const known = this.#widths.get(key)
    const width =
      known ??
      this.#doc
        .font(font)
        .fontSize(1)
        .widthOfString(text, { features: featuresOf(font) })
    if (known === undefined) this.#widths.set(key, width)
    return width * size
  }

  /** How wide `text` is on one line. */
  widthOf(text: string, style: TextStyle): number {
    return widthOf(this.pieces(text, style))
  }

  /** The lines of `spans`, none wider than `measure`; a line feed starts a new one. An empty text has one empty line. */
  lines(spans: Span[], measure: number): Line[] {
    const breaker = new Breaker(measure)
    for (const one of spans) this.#feed(breaker, one)
    return breaker.end(spans[0]?.style.leading ?? 0)
  }

  #feed(breaker: Breaker, { text, style, together }: Span): void {
    const cuts = together ? /\n|[^\n]+/g : /\n|[^\S\n]+|[^\s]+/g
    for (const [token] of text.replaceAll('\t', '    ').matchAll(cuts)) {
      if (token === '\n') breaker.newLine(style.leading)
      else if (token.trim() === '') breaker.space(this.pieces(' '.repeat(Math.min(token.length, 8)), style))
      else for (const part of this.#fitting(token, style, breaker.measure)) breaker.word(part)
    }
  }

  /** A word in parts that each fit the line. */
  #fitting(word: string, style: TextStyle, measure: number): Piece[][] {
    const whole = this.pieces(word, style)
    if (widthOf(whole) <= measure) return [whole]
    const parts: Piece[][] = []
    let rest = [...word]
    while (rest.length > 0) {
      let take = Math.max(1, Math.floor((rest.length * measure) / this.widthOf(rest.join(''), style)))
      while (take > 1 && this.widthOf(rest.slice(0, take).join(''), style) > measure) take -= 1
      take = gentleCut(rest, take)
      parts.push(this.pieces(rest.slice(0, take).join(''), style))
      rest = rest.slice(take)
    }
    return parts
  }
}

/** Where to part a long word: after a sign that parts it already, when there is one in the second half of what fits. */
function gentleCut(characters: string[], most: number): number {
  if (most >= characters.length) return most
  for (let at = most; at > most / 2; at--) if (/[-_./:@]/.test(characters[at - 1] ?? '')) return at
  return most
}

class Breaker {
  readonly measure: number
  readonly #lines: Line[] = []
  #line: Piece[] = []
  #space: Piece[] = []

  constructor(measure: number) {
    this.measure = measure
  }

  space(pieces: Piece[]): void {
    this.#space = pieces
  }

  word(pieces: Piece[]): void {
    const fits = widthOf(this.#line) + widthOf(this.#space) + widthOf(pieces) <= this.measure + 0.01
    if (!fits && this.#line.length > 0) this.#flush(0)
    else this.#line.push(...this.#space)
    this.#line.push(...pieces)
    this.#space = []
  }

  newLine(leading: number): void {
    this.#flush(leading)
  }

  end(leading: number): Line[] {
    if (this.#line.length > 0 || this.#lines.length === 0) this.#flush(leading)
    return this.#lines
  }

  #flush(leading: number): void {
    const most = Math.max(leading, ...this.#line.map(({ style }) => style.leading))
    this.#lines.push({ pieces: joined(this.#line), width: widthOf(this.#line), leading: most })
    this.#line = []
    this.#space = []
  }
}

const widthOf = (pieces: Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0)

/** Neighbours of one font and style become one piece, so that the text of a line is found as it reads. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last && last.font === piece.font && last.style === piece.style) {
      last.text += piece.text
      last.width += piece.width
    } else result.push({ ...piece })
  }
  return result
}
