/** Bits of a byte buffer, the highest first; reading beyond its end throws. */

export class BitSource {
  private buffer: Uint8Array = new Uint8Array(0)
  private at = 0
  private held = 0
  private count = 0

  /** How many bytes of the buffer were begun. */
  get bytesTaken(): number {
    return this.at
  }

  /** Goes on in `buffer`; bits of a byte that was begun stay. */
  continueIn(buffer: Uint8Array): void {
    this.buffer = buffer
    this.at = 0
  }

  /** The next `count` bits as a number; at most 24. */
  bits(count: number): number {
    while (this.count < count) {
      if (this.at >= this.buffer.length) throw new Error('the bits are cut off')
      this.held = (this.held << 8) | (this.buffer[this.at] as number)
      this.at += 1
      this.count += 8
    }
    this.count -= count
    return (this.held >>> this.count) & ((1 << count) - 1)
  }

  /** Leaves out what is left of a byte that was begun. */
  align(): void {
    this.count = 0
  }
}
