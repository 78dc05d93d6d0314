/** Six-word windows of one answer, numbered, and found again in other texts. */

import { PairNumbers } from './gram-table'
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
    this.own = this.windows(answer, (table, left, right) => table.numberOf(left, right))
  }

  /** How many different windows the answer has; their numbers are below. */
  get size(): number {
    return this.sixes.size
  }

  /** The windows of another text; −1 where the answer does not have it. */
  findIn(words: Int32Array): Windows {
    return this.windows(words, (table, left, right) => (left < 0 || right < 0 ? -1 : table.find(left, right)))
  }

  private windows(words: Int32Array, numbered: (table: PairNumbers, left: number, right: number) => number): Windows {
    const at = (list: Int32Array, i: number): number => list[i] as number
    const span = (length: number, cell: (i: number) => number) =>
      Int32Array.from({ length: Math.max(0, words.length - length + 1) }, (_, i) => cell(i))
    const pairs = span(2, (i) => numbered(this.pairs, at(words, i), at(words, i + 1)))
    const fours = span(4, (i) => numbered(this.fours, at(pairs, i), at(pairs, i + 2)))
    return span(windowSize, (i) => numbered(this.sixes, at(fours, i), at(pairs, i + 4)))
  }
}
