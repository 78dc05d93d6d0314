/** Method `phrase-affinity`: how much of two answers' wording is shared, weighed towards what few models wrote. */

import type { ScorePrompt } from './comparison-method'
import { PairNumbers } from './gram-table'

/**
 * Cosine of the vectors with weight (1 + ln tf) · ln(1 + n/df) over word 1–3-grams of the whole answer, where tf counts
 * a gram in the answer and df the models of the n that used it for this prompt. From 0 to 1. An answer without words
 * scores 0 with everyone. Source: TF-IDF cosine (Salton and Buckley 1988) with df within the prompt, docs/decisions/040.
 */
export const scorePhraseAffinity: ScorePrompt = ({ words }, into) => {
  const n = words.length
  const table = new PairNumbers()
  const counts = words.map((answer) => countGrams(answer, table))
  const df = new Int32Array(table.size)
  for (const { grams } of counts) for (const gram of grams) df[gram] = (df[gram] as number) + 1
  const { starts, models, weights } = postings(counts, df, n)
  const squares = new Float64Array(n)
  for (let gram = 0; gram < df.length; gram++) {
    const end = starts[gram + 1] as number
    for (let a = starts[gram] as number; a < end; a++) {
      const i = models[a] as number
      const weight = weights[a] as number
      squares[i] = (squares[i] as number) + weight * weight
      for (let b = a + 1; b < end; b++) {
        const cell = i * n + (models[b] as number)
        into[cell] = (into[cell] as number) + weight * (weights[b] as number)
      }
    }
  }
  toCosines(into, squares)
}

/** The distinct grams of one answer in the order first seen, and how often each occurs. */
type GramCounts = { grams: readonly number[]; tf: readonly number[] }

const trigramOffset = 2 ** 26

/**
 * The three kinds share one numbering: the left part is 0 for a word, a word's number for a bigram, and an offset
 * bigram's number for a trigram, so that no two kinds meet.
 */
function countGrams(answer: Int32Array, table: PairNumbers): GramCounts {
  const places = new Map<number, number>()
  const grams: number[] = []
  const tf: number[] = []
  const add = (gram: number): void => {
    const place = places.get(gram)
    if (place !== undefined) {
      tf[place] = (tf[place] as number) + 1
      return
    }
    places.set(gram, grams.length)
    grams.push(gram)
    tf.push(1)
  }
  let before = 0
  let bigram = -1
  for (const word of answer) {
    add(table.numberOf(0, word))
    if (bigram >= 0) add(table.numberOf(trigramOffset + bigram, word))
    bigram = before > 0 ? table.numberOf(before, word) : -1
    if (bigram >= 0) add(bigram)
    before = word
  }
  return { grams, tf }
}

/** For each gram, from `starts[gram]` to `starts[gram + 1]`, the models that use it in their order and its weight there. */
function postings(counts: readonly GramCounts[], df: Int32Array, n: number) {
  const starts = new Int32Array(df.length + 1)
  for (let gram = 0; gram < df.length; gram++) starts[gram + 1] = (starts[gram] as number) + (df[gram] as number)
  const next = starts.slice()
  const models = new Int32Array(starts[df.length] as number)
  const weights = new Float64Array(models.length)
  const rarity = Float64Array.from({ length: n + 1 }, (_, holders) => Math.log(1 + n / holders))
  for (const [model, { grams, tf }] of counts.entries()) {
    for (let k = 0; k < grams.length; k++) {
      const gram = grams[k] as number
      const at = next[gram] as number
      next[gram] = at + 1
      models[at] = model
      weights[at] = (1 + Math.log(tf[k] as number)) * (rarity[df[gram] as number] as number)
    }
  }
  return { starts, models, weights }
}

function toCosines(into: Float64Array, squares: Float64Array): void {
  const n = squares.length
  for (let i = 0; i < n; i++) {
    into[i * n + i] = (squares[i] as number) > 0 ? 1 : 0
    for (let j = i + 1; j < n; j++) {
      const norm = Math.sqrt((squares[i] as number) * (squares[j] as number))
      const cosine = norm > 0 ? (into[i * n + j] as number) / norm : 0
      into[i * n + j] = cosine
      into[j * n + i] = cosine
    }
  }
}
