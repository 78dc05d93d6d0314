/** Splits pretty-printed JSON: one object after the other, or arrays of them; a record may span any number of lines. */

import type { RecordSink } from './record-sink'
import { keptCharacters, maxRecordBytes } from './rejection'
import type { Splitter } from './splitter'

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const openers = new Set([0x7b, 0x5b])
const closers = new Set([0x7d, 0x5d])
const openList = 0x5b
const closeList = 0x5d
const spaces = new Set([0x20, 0x09, 0x0a, 0x0d])

/** Positions count the records from zero. What is cut off or misplaced becomes a record of its own, for the engine to refuse. */
export class DocumentSplitter implements Splitter {
  private parts: Buffer[] = []
  private length = 0
  private depth = 0
  private inList = false
  private inRecord = false
  private inString = false
  private escaped = false
  private offset: number
  private startedAt = 0
  private readonly sink: RecordSink

  constructor(sink: RecordSink, startsAt: number) {
    this.sink = sink
    this.offset = startsAt
  }

  push(piece: Buffer): void {
    let from = 0
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] as number
      if (!this.inRecord) {
        if (!this.begins(byte)) continue
        from = at
        this.startedAt = this.offset + at
      }
      const keeps = this.step(byte)
      if (keeps === 'goes-on') continue
      this.extend(piece.subarray(from, keeps === 'ends-after' ? at + 1 : at))
      this.finish()
      if (keeps === 'ends-before') at -= 1
    }
    if (this.inRecord) this.extend(piece.subarray(from))
    this.offset += piece.length
  }

  end(): void {
    if (this.inRecord) this.finish()
  }

  private begins(byte: number): boolean {
    if (spaces.has(byte)) return false
    if (byte === openList && !this.inList) this.inList = true
    else if (byte === closeList && this.inList) this.inList = false
    else if (byte !== comma || !this.inList) this.inRecord = true
    return this.inRecord
  }

  private step(byte: number): 'goes-on' | 'ends-after' | 'ends-before' {
    if (this.inString) {
      if (this.escaped) this.escaped = false
      else if (byte === backslash) this.escaped = true
      else if (byte === quote) this.inString = false
      return 'goes-on'
    }
    if (this.depth === 0 && this.endsScalar(byte)) return 'ends-before'
    if (byte === quote) this.inString = true
    else if (openers.has(byte)) this.depth += 1
    else if (closers.has(byte)) {
      this.depth = Math.max(0, this.depth - 1)
      if (this.depth === 0) return 'ends-after'
    }
    return 'goes-on'
  }

  private endsScalar(byte: number): boolean {
    const started = this.length > 0 || this.scalarBegun
    this.scalarBegun = true
    return started && (byte === comma || spaces.has(byte) || (byte === closeList && this.inList))
  }
  private scalarBegun = false

  private extend(part: Buffer): void {
    this.length += part.length
    if (this.length <= maxRecordBytes) this.parts.push(part)
    else this.parts = [Buffer.concat([...this.parts, part]).subarray(0, keptCharacters * 4)]
  }

  private finish(): void {
    const record = onOneLine(Buffer.concat(this.parts))
    if (this.length > maxRecordBytes) this.sink.reject(6, record, this.startedAt, this.length)
    else this.sink.record(record, this.startedAt, this.length)
    this.parts = []
    this.length = 0
    this.inRecord = false
    this.scalarBegun = false
    this.inString = false
    this.escaped = false
  }
}

/** Line breaks between tokens become spaces; within a string, where JSON forbids them, another control character that it forbids too. */
function onOneLine(record: Buffer): Buffer {
  let inString = false
  for (let at = 0; at < record.length; at += 1) {
    const byte = record[at]
    if (inString && byte === backslash) at += 1
    else if (byte === quote) inString = !inString
    else if (byte === 0x0a || byte === 0x0d) record[at] = inString ? 0x01 : 0x20
  }
  return record
}
