/** Collects records into chunks of one line each, and remembers where in the original each came from. */

import { headOf, type Rejection, type RejectionCode, rejectionReasons } from './rejection'

/** Where splitters put what they find, in the order of the original. Each call is one position. */
export interface RecordSink {
  record(bytes: Buffer, byteOffset: number, byteLength: number): void
  blank(bytes: Buffer): void
  reject(code: RejectionCode, head: Buffer, byteOffset: number, byteLength: number): void
}

export type Chunk = {
  /** Position of its first line. */
  first: number
  /** One line for each position, in order; empty for blank and rejected records. */
  lines: Buffer
  positions: number
  /** How many of its positions are not blank. */
  records: number
  rejections: Rejection[]
  /** The engine's verdict on a line, as the rejection of the record it was made from. */
  rejection(position: number, code: RejectionCode): Rejection
  /** Gives its memory back for a later chunk; `lines` and `rejection` are of no use after it. */
  release(): void
}

const chunkBytes = 64 * 1024 ** 2
const chunkPositions = 1_000_000

/** A sink that gives a chunk away when one is full. */
export class ChunkBuilder implements RecordSink {
  /** Memory of released chunks: the first write to fresh pages costs several times the copy itself. */
  private spare: Buffer<ArrayBuffer>[] = []
  private buffer: Buffer<ArrayBuffer> = Buffer.allocUnsafe(chunkBytes)
  private used = 0
  private first = 0
  private records = 0
  private rejections: Rejection[] = []
  private starts: number[] = []
  private offsets: number[] = []
  private lengths: number[] = []

  get isFull(): boolean {
    return this.used >= chunkBytes || this.starts.length >= chunkPositions
  }

  record(bytes: Buffer, byteOffset: number, byteLength: number): void {
    this.line(bytes, byteOffset, byteLength)
    this.records += 1
  }

  blank(): void {
    this.line(nothing, 0, 0)
  }

  reject(code: RejectionCode, head: Buffer, byteOffset: number, byteLength: number): void {
    const position = this.first + this.starts.length
    this.rejections.push({ position, byteOffset, byteLength, reason: rejectionReasons[code], text: headOf(head) })
    this.line(nothing, byteOffset, byteLength)
    this.records += 1
  }

  /** The chunk so far; the builder goes on with the next position. */
  take(): Chunk {
    const { first, starts, offsets, lengths, records, rejections } = this
    const whole = this.buffer
    const lines = whole.subarray(0, this.used)
    this.first += starts.length
    this.buffer = this.spare.pop() ?? Buffer.allocUnsafe(chunkBytes)
    this.used = 0
    this.records = 0
    this.rejections = []
    this.starts = []
    this.offsets = []
    this.lengths = []
    const rejection = (position: number, code: RejectionCode): Rejection => {
      const index = position - first
      const text = headOf(lines.subarray(starts[index], (starts[index + 1] ?? lines.length) - 1))
      const byteOffset = offsets[index] ?? 0
      return { position, byteOffset, byteLength: lengths[index] ?? 0, reason: rejectionReasons[code], text }
    }
    const release = () => void this.spare.push(whole)
    return { first, lines, positions: starts.length, records, rejections, rejection, release }
  }

  private line(bytes: Buffer, byteOffset: number, byteLength: number): void {
    this.starts.push(this.used)
    this.offsets.push(byteOffset)
    this.lengths.push(byteLength)
    this.makeRoom(bytes.length + 1)
    this.used += bytes.copy(this.buffer, this.used)
    this.buffer[this.used] = newline
    this.used += 1
  }

  private makeRoom(needed: number): void {
    if (this.used + needed <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(this.used + needed + chunkBytes)
    this.buffer.copy(larger, 0, 0, this.used)
    this.buffer = larger
  }
}

const newline = 0x0a
const nothing = Buffer.alloc(0)
