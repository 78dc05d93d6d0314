/** Splits JSON Lines: one record a line, its position the number of its line, counted from zero. */

import type { RecordSink } from './record-sink'
import { keptCharacters, maxRecordBytes } from './rejection'
import type { Splitter } from './splitter'

const newline = 0x0a
const space = 0x20

/** A splitter that keeps at most one record of 32 MiB in memory. */
export class LineSplitter implements Splitter {
  private parts: Buffer[] = []
  private length = 0
  private offset: number
  private readonly sink: RecordSink

  constructor(sink: RecordSink, startsAt: number) {
    this.sink = sink
    this.offset = startsAt
  }

  push(piece: Buffer): void {
    let from = 0
    for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, from)) {
      this.extend(piece.subarray(from, at))
      this.finish()
      this.offset += 1
      from = at + 1
    }
    if (from < piece.length) this.extend(piece.subarray(from))
  }

  end(): void {
    if (this.length > 0) this.finish()
  }

  /** Of a line that is too long only the head is kept. */
  private extend(part: Buffer): void {
    this.length += part.length
    if (this.length <= maxRecordBytes) this.parts.push(part)
    else if (this.parts.length > 0) this.parts = [Buffer.concat([...this.parts, part]).subarray(0, keptCharacters * 4)]
    else this.parts.push(part.subarray(0, keptCharacters * 4))
  }

  private finish(): void {
    const line = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts)
    if (this.length > maxRecordBytes) this.sink.reject(6, line, this.offset, this.length)
    else if (isBlank(line)) this.sink.blank(line)
    else this.sink.record(line, this.offset, this.length)
    this.offset += this.length
    this.parts = []
    this.length = 0
  }
}

/** White space as JSON knows it. */
function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === space || byte === 0x09 || byte === 0x0d)
}
