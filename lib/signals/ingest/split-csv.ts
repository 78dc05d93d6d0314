/**
 * Splits CSV (RFC 4180; comma, semicolon or tab; quoted fields may span lines) into JSON objects named by the header. The one
 * layout that is read in JavaScript, so that one dialect, ours, decides where a record ends and what a header may say.
 */

import { AppError } from '@/lib/platform/errors'
import type { RecordSink } from './record-sink'
import { maxRecordBytes } from './rejection'
import { LineSplitter } from './split-lines'
import type { Splitter } from './splitter'

type Pending = { fields: string[]; open: string | null; offset: number; length: number; head: Buffer }

/** Positions count data records from zero; the header and blank lines have none. Empty fields are absent. */
export class CsvSplitter implements Splitter, RecordSink {
  private readonly lines: LineSplitter
  private readonly sink: RecordSink
  private readonly delimiter: string
  private header: string[] | null = null
  private pending: Pending | null = null

  constructor(sink: RecordSink, startsAt: number, delimiter: string) {
    this.sink = sink
    this.delimiter = delimiter
    this.lines = new LineSplitter(this, startsAt)
  }

  push(piece: Buffer): void {
    this.lines.push(piece)
  }

  end(): void {
    this.lines.end()
    if (this.pending) this.refuse(8, this.pending)
  }

  record(bytes: Buffer, byteOffset: number, byteLength: number): void {
    const pending = this.pending ?? {
      fields: [],
      open: null,
      offset: byteOffset,
      length: -1,
      head: Buffer.from(bytes.subarray(0, 8_000)),
    }
    pending.length += byteLength + 1
    readFields(bytes.toString('utf8'), this.delimiter, pending)
    this.pending = pending.open === null ? null : pending
    if (pending.open === null) this.finish(pending)
    else if (pending.length > maxRecordBytes) this.refuse(6, pending)
  }

  blank(bytes: Buffer): void {
    if (this.pending) this.record(bytes, 0, bytes.length)
  }

  reject(code: 6, head: Buffer, byteOffset: number, byteLength: number): void {
    const before = this.pending
    this.refuse(code, before ?? { fields: [], open: null, offset: byteOffset, length: byteLength, head })
  }

  private refuse(code: 6 | 7 | 8, { head, offset, length }: Pending): void {
    this.pending = null
    this.sink.reject(code, head, offset, length)
  }

  private finish(record: Pending): void {
    if (!this.header) this.header = checkedHeader(record.fields)
    else if (record.fields.length !== this.header.length) this.refuse(7, record)
    else this.sink.record(asJson(this.header, record.fields), record.offset, record.length)
  }
}

/** Reads one physical line onto `record`; a quoted field that is still open stays in `record.open`. */
function readFields(text: string, delimiter: string, record: Pending): void {
  let at = 0
  for (;;) {
    const quoted = record.open !== null || text[at] === '"'
    if (!quoted) {
      const end = text.indexOf(delimiter, at)
      record.fields.push(withoutReturn(text.slice(at, end === -1 ? undefined : end)))
      if (end === -1) return
      at = end + 1
      continue
    }
    if (record.open === null) at += 1
    const close = closingQuote(text, at)
    const value = (record.open ?? '') + text.slice(at, close === -1 ? undefined : close).replaceAll('""', '"')
    record.open = close === -1 ? `${value}\n` : null
    if (close === -1) return
    const end = text.indexOf(delimiter, close)
    record.fields.push(value + withoutReturn(text.slice(close + 1, end === -1 ? undefined : end)))
    if (end === -1) return
    at = end + 1
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

const withoutReturn = (text: string) => (text.endsWith('\r') ? text.slice(0, -1) : text)

/** The names without spaces around them. Throws `AppError` when one is there twice. */
export function checkedHeader(names: string[]): string[] {
  const header = names.map((name) => name.trim())
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice === undefined) return header
  throw new AppError(
    'unsupported',
    `The header names the column "${twice.slice(0, 80)}" twice. Rename one and use the new file.`,
  )
}

function asJson(header: string[], fields: string[]): Buffer {
  const filled = header.map((name, index) => [name, fields[index]] as const).filter(([, value]) => value !== '')
  return Buffer.from(JSON.stringify(Object.fromEntries(filled)))
}
