/** The first table of a workbook as JSON Lines: a header row, and an object for each row under it. */

import { AppError } from '@/lib/platform/errors'
import type { ByteBudget } from './byte-budget'
import { type SheetRow, sheetRows } from './sheet-rows'
import { checkedHeader } from './split-csv'
import { openWorkbook } from './workbook-parts'
import { WorkbookStrings } from './workbook-strings'

export type WorkbookTable = {
  lines: AsyncIterable<Buffer>
  /** The names of the sheets that are not read. */
  others: string[]
  close: () => void
}

/**
 * Opens the first sheet with a header row (two names or more). `temporary` is where texts lie that are too many for the
 * memory, until `close`. Throws when the workbook cannot be read, and `AppError` when it has no such sheet.
 */
export async function openTable(path: string, temporary: string, budget: ByteBudget): Promise<WorkbookTable> {
  const counted = (pieces: AsyncIterable<Buffer>) => budget.counted(pieces)
  const book = await openWorkbook(path, counted)
  const strings = new WorkbookStrings(temporary)
  const close = () => {
    strings.close()
    book.close()
  }
  try {
    if (book.strings) await strings.read(counted(book.strings.bytes()))
    for (const { name, part } of book.sheets) {
      const rows = () => sheetRows(counted(part.bytes()), book, strings)
      const header = await headerOf(rows())
      if (!header) continue
      const others = book.sheets.map((sheet) => sheet.name).filter((other) => other !== name)
      return { lines: linesOf(rows(), header), others, close }
    }
    throw new AppError('unsupported', 'No sheet of this workbook has a header row. Name the columns in the first row.')
  } catch (error) {
    close()
    throw error
  }
}

type Header = { column: number; name: string }[]

/** The names of the first row that has any; null unless it has two, all of them text. */
async function headerOf(rows: AsyncIterable<SheetRow>): Promise<Header | null> {
  for await (const row of rows) {
    const cells = [...row.entries()].sort(([a], [b]) => a - b)
    if (cells.length < 2 || cells.some(([, cell]) => typeof cell !== 'string')) return null
    const names = checkedHeader(cells.map(([, cell]) => String(cell)))
    return cells.map(([column], index) => ({ column, name: names[index] as string }))
  }
  return null
}

/** Absent cells are absent fields; a row with none of the header's columns is none. */
async function* linesOf(rows: AsyncIterable<SheetRow>, header: Header): AsyncGenerator<Buffer> {
  let isHeader = true
  for await (const row of rows) {
    const fields = header.flatMap(({ column, name }) => {
      const cell = row.get(column)
      return cell === undefined ? [] : [[name, cell] as const]
    })
    if (!isHeader && fields.length > 0) yield Buffer.from(`${JSON.stringify(Object.fromEntries(fields))}\n`)
    isHeader = false
  }
}
