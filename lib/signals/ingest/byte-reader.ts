/** A stream of bytes that can be looked at before it is taken, and taken in parts; it holds no more than it was asked for. */

const nothing = Buffer.alloc(0)

/** Reads `source` strictly forward. Errors of the source come out of whatever call meets them. */
export class ByteReader {
  /** How many bytes were taken. */
  position = 0
  private held: Buffer = nothing
  private readonly source: AsyncIterator<Buffer>

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** The next `count` bytes without taking them; fewer only where the stream ends. */
  async peek(count: number): Promise<Buffer> {
    while (this.held.length < count && (await this.pull()));
    return this.held.subarray(0, count)
  }

  /** Takes the next `count` bytes; fewer only where the stream ends. */
  async read(count: number): Promise<Buffer> {
    const bytes = await this.peek(count)
    this.take(bytes.length)
    return bytes
  }

  /** Takes up to `count` bytes as they come, in pieces; leaving early takes no more than what was yielded. */
  async *pieces(count = Number.POSITIVE_INFINITY): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.held.length === 0 && !(await this.pull())) return
      const piece = this.held.subarray(0, left)
      this.take(piece.length)
      left -= piece.length
      if (piece.length > 0) yield piece
    }
  }

  /** Leaves out what lies before `position`; false when the stream ends before it. */
  async skipTo(position: number): Promise<boolean> {
    for await (const _ of this.pieces(position - this.position));
    return this.position >= position
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    this.held = nothing
    await this.source.return?.()
  }

  private take(count: number): void {
    this.held = this.held.subarray(count)
    this.position += count
  }

  private async pull(): Promise<boolean> {
    const { value, done } = await this.source.next()
    if (done) return false
    this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value])
    return true
  }
}
