/** Rows of the explorer as CSV (RFC 4180) that a spreadsheet opens without computing anything. */

import type { ExplorerRow } from './explorer'
import { neutraliseFormula } from './neutralise-formula'

/** A header and one line for each row, with the given columns. Numbers stay numbers; every text is neutralised and quoted. */
export function exportRowsCsv(rows: readonly ExplorerRow[], columns: readonly (keyof ExplorerRow)[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? `"${neutraliseFormula(value).replaceAll('"', '""')}"` : String(value)
}
