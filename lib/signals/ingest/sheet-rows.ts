/** The rows of one sheet of a workbook, their cells as text, numbers, truth values and times, which in a workbook state no zone. */

import type { Workbook } from './workbook-parts'
import type { WorkbookStrings } from './workbook-strings'
import { type XmlHandler, xmlEvents } from './xml-events'

export type Cell = string | number | boolean
/** By column, counted from zero; a column without a cell, or with an empty or faulty one, is absent. */
export type SheetRow = Map<number, Cell>

const lastColumn = 16_384
const day = 86_400_000
/** Days from the first day that Excel knows to 1970, in its two ways of counting. */
const to1970 = { from1900: 25_569, from1904: 24_107 }

/** In order, without rows that have no cell. Numbers too long for a number stay text. Throws where it is no sheet. */
export async function* sheetRows(
  pieces: AsyncIterable<Buffer>,
  book: Workbook,
  strings: WorkbookStrings,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(book, strings)
  for await (const _ of xmlEvents(pieces, reader)) {
    yield* reader.rows
    reader.rows = []
  }
}

class SheetReader implements XmlHandler {
  rows: SheetRow[] = []
  private row: SheetRow = new Map()
  private column = -1
  private type = 'n'
  private style = 0
  private said = ''
  private inText = false

  constructor(
    private readonly book: Workbook,
    private readonly strings: WorkbookStrings,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.beginRow()
    else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r)
      this.type = attributes.t ?? 'n'
      this.style = Number(attributes.s ?? 0)
      this.said = ''
    } else this.inText = name === 'v' || name === 't'
  }

  text(part: string): void {
    if (this.inText) this.said += part
  }

  close(name: string): void {
    this.inText = false
    if (name === 'row' && this.row.size > 0) this.rows.push(this.row)
    if (name !== 'c') return
    const value = this.value()
    if (value !== undefined && this.column >= 0 && this.column < lastColumn) this.row.set(this.column, value)
  }

  private beginRow(): void {
    this.row = new Map()
    this.column = -1
  }

  private value(): Cell | undefined {
    const { type, said: text } = this
    if (text === '' || type === 'e') return undefined
    if (type === 's') return this.strings.at(Number(text)) || undefined
    if (type === 'b') return text === '1' || text === 'true'
    if (type !== 'n') return text
    const number = Number(text)
    if (!Number.isFinite(number)) return text
    if (this.book.isDate[this.style]) return this.timeOf(number)
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number
  }

  private timeOf(days: number): string {
    // Excel has a 29 February 1900, its day 60; before it the count is one behind.
    const counted = !this.book.from1904 && days < 60 ? days + 1 : days
    const time = new Date(Math.round((counted - (this.book.from1904 ? to1970.from1904 : to1970.from1900)) * day))
    return Number.isNaN(time.getTime()) ? String(days) : time.toISOString().slice(0, -1)
  }
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
