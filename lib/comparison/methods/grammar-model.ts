/** A Kneser–Ney model of how sentences go on, over grams that were numbered beforehand. */

import { emptyContext, type GrammarGrams, grammarOrder, isSentenceStart, loneGram } from './grammar-grams'

const discount = 0.75

/** A range of positions, whole sentences. */
export type Span = { from: number; to: number }

/**
 * P(token | the nine tokens before) by interpolated Kneser–Ney smoothing of order 10 with discount 0.75: the longest grams
 * by how often they occur, shorter ones by how many different tokens stand before them, the shortest mixed with 1 over
 * `words`, how many different tokens there are. Sentences are begun by nine starts; ends are not predicted.
 * Source: Kneser and Ney 1995 in the interpolated form of Chen and Goodman 1999, as LambdaG uses it (Nini et al. 2024).
 */
export class GrammarModel {
  /** By gram: its count. By context: the sum of counts of the grams that go on from it, and how many grams they are. */
  private readonly counts: Int32Array
  private readonly totals: Int32Array
  private readonly kinds: Int32Array
  constructor(
    private readonly grams: GrammarGrams,
    private readonly words: number,
  ) {
    this.counts = new Int32Array(grams.size)
    this.totals = new Int32Array(grams.size)
    this.kinds = new Int32Array(grams.size)
  }

  /** Forgets everything and learns `spans`. */
  learn(spans: readonly Span[]): this {
    for (const learned of [this.counts, this.totals, this.kinds]) learned.fill(0)
    for (const { from, to } of spans) {
      for (let t = from; t < to; t++) if (!isSentenceStart(this.grams, t)) this.add(t)
    }
    return this
  }

  /** Σ log10 P over the tokens of `span`. */
  logLikelihood({ from, to }: Span): number {
    let sum = 0
    for (let t = from; t < to; t++) if (!isSentenceStart(this.grams, t)) sum += Math.log10(this.probability(t))
    return sum
  }

  /** P of the token at position `t`. Nothing learned: 1 over how many words there are. */
  probability(t: number): number {
    const { chain } = this.grams
    let p = 1 / this.words
    for (let k = 0; k < grammarOrder; k++) {
      const context = k === 0 ? emptyContext : (chain[(t - 1) * grammarOrder + k - 1] as number)
      const total = context === loneGram ? 0 : (this.totals[context] as number)
      if (total === 0) return p
      const gram = chain[t * grammarOrder + k] as number
      const count = gram === loneGram ? 0 : (this.counts[gram] as number)
      p = (Math.max(count - discount, 0) + discount * (this.kinds[context] as number) * p) / total
    }
    return p
  }

  /** Longest gram first: a gram that is new stands as one more kind before the next shorter one. */
  private add(t: number): void {
    const { chain } = this.grams
    for (let k = grammarOrder - 1; k >= 0; k--) {
      const context = k === 0 ? emptyContext : (chain[(t - 1) * grammarOrder + k - 1] as number)
      const gram = chain[t * grammarOrder + k] as number
      const isNew = gram === loneGram || this.counts[gram] === 0
      if (gram !== loneGram) this.counts[gram] = (this.counts[gram] as number) + 1
      if (context !== loneGram) {
        this.totals[context] = (this.totals[context] as number) + 1
        if (isNew) this.kinds[context] = (this.kinds[context] as number) + 1
      }
      if (!isNew) return
    }
  }
}
