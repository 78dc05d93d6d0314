/** What one evidence item may grow to when it is unpacked, counted over all of it while it streams. */

import { ItemFault } from './item-fault'

export type DecompressionLimits = { maxDecompressedBytes: number; maxDecompressionRatio: number }

/** Small files may be as repetitive as they like: the ratio counts from here on. */
const ratioFreeBytes = 1024 ** 2

/** Counts what every step of unpacking gives out; what an archive says about its own size counts for nothing. */
export class ByteBudget {
  private total = 0

  constructor(
    private readonly limits: DecompressionLimits,
    private readonly storedBytes: number,
  ) {}

  /** What may still come, in bytes. */
  get left(): number {
    const byRatio = Math.max(ratioFreeBytes, this.storedBytes * this.limits.maxDecompressionRatio)
    return Math.min(this.limits.maxDecompressedBytes, byRatio) - this.total
  }

  /** Throws an `ItemFault` when a limit is passed. */
  take(bytes: number): void {
    this.total += bytes
    const { maxDecompressedBytes, maxDecompressionRatio } = this.limits
    if (this.total > maxDecompressedBytes) {
      const size = `${Math.floor(maxDecompressedBytes / 1024 ** 3)} GiB`
      const sentence = `This file holds more than ${size} of text. Split it, or ask an administrator to raise the limit.`
      throw new ItemFault('too-large', sentence)
    }
    if (this.total > ratioFreeBytes && this.total > this.storedBytes * maxDecompressionRatio) {
      const sentence = `This file grows to more than ${maxDecompressionRatio} times its size when it is decompressed, which no log does. It was not read.`
      throw new ItemFault('too-large', sentence)
    }
  }

  /** The pieces as they are, counted. */
  async *counted(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      this.take(piece.length)
      yield piece
    }
  }
}
