/** Numbers pairs of numbers, and so word n-grams, fast and without building strings. */

const rightRange = 2 ** 26

/**
 * Numbers pairs of non-negative integers from 0 in the order first seen, by open addressing. A bigram is the pair of two
 * word numbers, a longer gram the pair of its parts' numbers. `left` < 2^27, `right` < 2^26: keys are exact.
 */
export class PairNumbers {
  private keys: Float64Array
  private numbers: Int32Array
  size = 0

  /** Room for `expected` pairs before the table has to grow. */
  constructor(expected = 2048) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(64, expected * 2)))
    this.keys = new Float64Array(slots).fill(-1)
    this.numbers = new Int32Array(slots)
  }

  /** The number of the pair: the one it had, or the next free one. */
  numberOf(left: number, right: number): number {
    const slot = this.slotOf(left, right)
    if (this.keys[slot] !== -1) return this.numbers[slot] as number
    this.keys[slot] = left * rightRange + right
    this.numbers[slot] = this.size
    this.size += 1
    if (this.size * 2 > this.keys.length) this.grow()
    return this.size - 1
  }

  /** The number of the pair, or −1 when it was never numbered. */
  find(left: number, right: number): number {
    const slot = this.slotOf(left, right)
    return this.keys[slot] === -1 ? -1 : (this.numbers[slot] as number)
  }

  /** The two parts of every pair by its number: `parts[2 · number]` and `parts[2 · number + 1]`. */
  parts(): Int32Array {
    const parts = new Int32Array(this.size * 2)
    for (const [slot, key] of this.keys.entries()) {
      if (key === -1) continue
      const number = this.numbers[slot] as number
      const left = Math.floor(key / rightRange)
      parts[2 * number] = left
      parts[2 * number + 1] = key - left * rightRange
    }
    return parts
  }

  /** The slot that holds the pair, or the free one where it belongs. */
  private slotOf(left: number, right: number): number {
    const { keys } = this
    const key = left * rightRange + right
    const mask = keys.length - 1
    const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { keys, numbers } = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.numbers = new Int32Array(keys.length * 2)
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old] as number
      if (key === -1) continue
      const left = Math.floor(key / rightRange)
      const slot = this.slotOf(left, key - left * rightRange)
      this.keys[slot] = key
      this.numbers[slot] = numbers[old] as number
    }
  }
}
