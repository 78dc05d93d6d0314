/** Cells and lines of CSV (RFC 4180) that no spreadsheet runs as a formula. */

// Half- and full-width forms, and what a spreadsheet trims before it looks.
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%\t\r\n]/

/** One cell: text that could begin a formula gets an apostrophe before it, and quotes where they are needed. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const tame = formula.test(value) ? `'${value}` : value
  return /[",;\t\n\r']/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}

/** One line with its CRLF. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
