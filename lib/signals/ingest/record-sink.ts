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
  /** Whether any of its lines is for the engine to judge. */
  hasLines: boolean
  /** Gives its memory back for a later chunk; `lines` and `rejection` are of no use after it. */
  release(): void
}

const usualBytes = 64 * 1024 ** 2
const chunkPositions = 1_000_000

/** A sink that gives a chunk away when one is full. */
export class ChunkBuilder implements RecordSink {
  /** Memory of released chunks: the first write to fresh pages costs several times the copy itself. */
  private spare: Buffer<ArrayBuffer>[] = []
  private buffer: Buffer<ArrayBuffer>
  private used = 0
  private first = 0
  private records = 0
  private rejections: Rejection[] = []
  private starts: number[] = []
  private offsets: number[] = []
  private lengths: number[] = []
  private members: Member[] = []

  /** `chunkBytes` make a chunk full. */
  constructor(private readonly chunkBytes = usualBytes) {
    this.buffer = Buffer.allocUnsafe(chunkBytes)
  }

  /** The position of what comes next. */
  get position(): number {
    return this.first + this.starts.length
  }

  get isFull(): boolean {
    return this.used >= this.chunkBytes || this.starts.length >= chunkPositions
  }

  record(bytes: Buffer, byteOffset: number, byteLength: number): void {
    this.line(bytes, byteOffset, byteLength)
    this.records += 1
  }

  blank(): void {
    this.line(nothing, 0, 0)
  }

  reject(code: RejectionCode, head: Buffer, byteOffset: number, byteLength: number): void {
    const place = placeIn(this.members, this.position, byteOffset, byteLength)
    this.rejections.push({ ...place, reason: rejectionReasons[code], text: headOf(head) })
    this.line(nothing, byteOffset, byteLength)
    this.records += 1
  }

  /** What comes from here on lies in this file of an archive (null: in the item itself), and has places in bytes or has none. */
  startMember(name: string | null, hasBytes: boolean): void {
    this.members.push({ from: this.position, name, hasBytes })
  }

  /** Refuses the member that was started as a whole. */
  refuseMember(reason: string): void {
    const member = this.members.at(-1)?.name ?? null
    const { position } = this
    this.rejections.push({ position, member, byteOffset: null, byteLength: null, reason, text: '' })
    this.line(nothing, 0, 0)
    this.records += 1
  }

  /** Leaves out positions of which the rows come another way. Only for a builder of which everything was taken. */
  advance(positions: number): void {
    this.first += positions
  }

  /** The chunk so far; the builder goes on with the next position. */
  take(): Chunk {
    const { first, starts, offsets, lengths, records, rejections, members } = this
    const whole = this.buffer
    const lines = whole.subarray(0, this.used)
    this.first += starts.length
    this.buffer = this.spare.pop() ?? Buffer.allocUnsafe(this.chunkBytes)
    this.used = 0
    this.records = 0
    this.rejections = []
    this.starts = []
    this.offsets = []
    this.lengths = []
    this.members = members.slice(-1)
    const rejection = (position: number, code: RejectionCode): Rejection => {
      const index = position - first
      const text = headOf(lines.subarray(starts[index], (starts[index + 1] ?? lines.length) - 1))
      const place = placeIn(members, position, offsets[index] ?? 0, lengths[index] ?? 0)
      return { ...place, reason: rejectionReasons[code], text }
    }
    const release = () => void this.spare.push(whole)
    const hasLines = records > rejections.length
    return { first, lines, positions: starts.length, records, rejections, rejection, hasLines, release }
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
    const larger = Buffer.allocUnsafe(this.used + needed + this.chunkBytes)
    this.buffer.copy(larger, 0, 0, this.used)
    this.buffer = larger
  }
}

type Member = { from: number; name: string | null; hasBytes: boolean }

/** Where a record lies: the last member that began at or before its position is its own. */
function placeIn(members: readonly Member[], position: number, byteOffset: number, byteLength: number) {
  let [low, high] = [0, members.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((members[middle] as Member).from <= position) low = middle + 1
    else high = middle
  }
  const { name, hasBytes } = members[low - 1] ?? { name: null, hasBytes: true }
  return { position, member: name, ...(hasBytes ? { byteOffset, byteLength } : { byteOffset: null, byteLength: null }) }
}

const newline = 0x0a
const nothing = Buffer.alloc(0)
