/** Reads small tables that people bring: JSON lines, CSV with a header, or one text a line, each record with its line. */

import { splitCells } from '@/lib/comparison/outputs/output-records'
import { AppError } from '@/lib/platform/errors'

/** `fields` by the names of the header or of the object; `line` counts from 1. */
export type TableRecord = { line: number; fields: Record<string, unknown> }

/** The records of JSON lines, which begin with `{`. Throws `invalid-input` with the first line that is no object. */
export function jsonRecords(what: string, text: string): TableRecord[] {
  return linesOf(text).flatMap(({ line, text }) => {
    if (text.trim() === '') return []
    const value = parsed(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return [{ line, fields: value as Record<string, unknown> }]
    throw new AppError('invalid-input', `Line ${line} of ${what} is not a JSON object. Mend it and import it again.`)
  })
}

/** The records of CSV under its first line. Throws `invalid-input` with the first record that does not fit the header. */
export function csvRecords(what: string, text: string): TableRecord[] {
  const [head, ...rows] = csvRows(what, text)
  const header = (head?.cells ?? []).map((name) => name.trim().toLowerCase())
  return rows.map(({ line, cells }) => {
    if (cells.length === header.length)
      return { line, fields: Object.fromEntries(header.map((name, at) => [name, cells[at]])) }
    const sentence = `Line ${line} of ${what} has ${cells.length} columns where its header has ${header.length}. Mend it and import it again.`
    throw new AppError('invalid-input', sentence)
  })
}

/** The names in the first line, lower case, as CSV has them. */
export function headerOf(text: string): string[] {
  const first = linesOf(text)[0]?.text ?? ''
  return (splitCells(first, ',') ?? []).map((name) => name.trim().toLowerCase())
}

/** The lines of a text without byte order mark and carriage returns, counted from 1. */
export function linesOf(text: string): { line: number; text: string }[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return lines.map((line, index) => ({ line: index + 1, text: line }))
}

function csvRows(what: string, text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let open: { line: number; text: string } | null = null
  for (const { line, text: next } of linesOf(text)) {
    const record: { line: number; text: string } = open
      ? { line: open.line, text: `${open.text}\n${next}` }
      : { line, text: next }
    const isOpen = record.text.split('"').length % 2 === 0
    open = isOpen ? record : null
    if (isOpen || record.text.trim() === '') continue
    const cells = splitCells(record.text, ',')
    if (!cells) throw new AppError('invalid-input', `Line ${record.line} of ${what} has a quotation mark out of place.`)
    rows.push({ line: record.line, cells })
  }
  if (open) throw new AppError('invalid-input', `A quotation mark of line ${open.line} of ${what} is never closed.`)
  return rows
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
