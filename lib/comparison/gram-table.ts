/** Gives each word n-gram of one prompt's answers a small number, fast and without building strings. */

/**
 * Numbers pairs of non-negative integers in the order first seen, by open addressing. A bigram is the pair of two word
 * numbers, a trigram the pair of a bigram's number and a word's; keys stay exact below 2^53.
 */
export class PairNumbers {
  private keys = new Float64Array(1 << 12).fill(-1)
  private numbers = new Int32Array(1 << 12)
  size = 0

  /** The number of the pair (`left`, `right`): the one it had, or the next free one. `right` < 2^26. */
  numberOf(left: number, right: number): number {
    const key = left * 67108864 + right
    const mask = this.keys.length - 1
    let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) & mask
    slot = (slot ^ (slot >>> 7)) & mask
    for (;;) {
      const found = this.keys[slot] as number
      if (found === key) return this.numbers[slot] as number
      if (found === -1) break
      slot = (slot + 1) & mask
    }
    this.keys[slot] = key
    this.numbers[slot] = this.size
    this.size += 1
    if (this.size * 2 > this.keys.length) this.grow()
    return this.size - 1
  }

  /** Forgets all pairs and keeps the room. */
  clear(): void {
    this.keys.fill(-1)
    this.size = 0
  }

  private grow(): void {
    const { keys, numbers } = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.numbers = new Int32Array(keys.length * 2)
    const mask = this.keys.length - 1
    for (const [old, key] of keys.entries()) {
      if (key === -1) continue
      const left = Math.floor(key / 67108864)
      let slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(key - left * 67108864, 0x85ebca6b)) & mask
      slot = (slot ^ (slot >>> 7)) & mask
      while (this.keys[slot] !== -1) slot = (slot + 1) & mask
      this.keys[slot] = key
      this.numbers[slot] = numbers[old] as number
    }
  }
}
