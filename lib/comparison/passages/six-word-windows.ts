/** Six-word windows of one answer, numbered, and found again in other texts. */

import { PairNumbers } from '@/lib/comparison/methods/gram-table'
import type { Windows } from './shared-runs'

/** Length of a window in words, and so of the shortest passage. */
export const windowSize = 6

/** Knows the windows of one answer (as word numbers) and finds them in others. */
export class WindowFinder {
  private readonly pairs = new PairNumbers()
  private readonly fours = new PairNumbers()
  private readonly sixes = new PairNumbers()
  /** The windows of the answer itself, one at each word that begins one. */
  readonly own: Windows

  constructor(answer: Int32Array) {
    this.own = this.windows(answer, PairNumbers.prototype.numberOf)
  }

  /** How many different windows the answer has; their numbers are below. */
  get size(): number {
    return this.sixes.size
  }

  /** The windows of another text; −1 where the answer does not have it. */
  findIn(words: Int32Array): Windows {
    return this.windows(words, PairNumbers.prototype.find)
  }

  /** Two words make a pair, two pairs a four, a four and a pair a six; a part that is unknown (−1) makes the whole so. */
  private windows(words: Int32Array, numbered: PairNumbers['find']): Windows {
    const join = (table: PairNumbers, { left, right, gap }: { left: Int32Array; right: Int32Array; gap: number }) => {
      const joined = new Int32Array(Math.max(0, right.length - gap)).fill(-1)
      for (let i = 0; i < joined.length; i++) {
        const a = left[i] as number
        const b = right[i + gap] as number
        if (a >= 0 && b >= 0) joined[i] = numbered.call(table, a, b)
      }
      return joined
    }
    const pairs = join(this.pairs, { left: words, right: words, gap: 1 })
    const fours = join(this.fours, { left: pairs, right: pairs, gap: 2 })
    return join(this.sixes, { left: fours, right: pairs, gap: 4 })
  }
}
