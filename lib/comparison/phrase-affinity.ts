/** Method `phrase-affinity`: how much of two answers' wording is shared, weighed towards what few models wrote. */

import type { ScorePrompt } from './comparison-method'
import { PairNumbers } from './gram-table'
import { wordsOf } from './word-tokens'

/** The count of each gram in one answer, by gram number. */
type GramCounts = Map<number, number>

/**
 * Cosine of the vectors with weight (1 + ln tf) · ln(1 + n/df) over word 1–3-grams of the whole answer, where tf counts
 * a gram in the answer and df the models of the n that used it for this prompt. From 0 to 1. An answer without words
 * scores 0 with everyone. Source: TF-IDF cosine (Salton and Buckley 1988) with df within the prompt, docs/decisions/040.
 */
export const scorePhraseAffinity: ScorePrompt = (texts, into) => {
  const n = texts.length
  const counts = countGrams(texts)
  const holders = holdersByGram(counts)
  const squares = new Float64Array(n)
  for (const models of holders) {
    if (!models) continue
    const rarity = Math.log(1 + n / (models.length / 2))
    for (let a = 0; a < models.length; a += 2) {
      const i = models[a] as number
      const weight = (models[a + 1] as number) * rarity
      squares[i] = (squares[i] as number) + weight * weight
      for (let b = a + 2; b < models.length; b += 2) {
        const cell = i * n + (models[b] as number)
        into[cell] = (into[cell] as number) + weight * (models[b + 1] as number) * rarity
      }
    }
  }
  toCosines(into, squares)
}

function countGrams(texts: readonly string[]): GramCounts[] {
  const words = new Map<string, number>()
  const pairs = new PairNumbers()
  const wordNumber = (word: string): number => {
    const known = words.get(word)
    if (known !== undefined) return known
    const next = words.size + 1
    words.set(word, next)
    return next
  }
  return texts.map((text) => {
    const counts: GramCounts = new Map()
    const add = (gram: number) => counts.set(gram, (counts.get(gram) ?? 0) + 1)
    let before = 0
    let bigram = -1
    for (const word of wordsOf(text)) {
      const now = wordNumber(word)
      // The three kinds share one numbering: left parts are 0 for words, word numbers for bigrams, and offset pair
      // numbers for trigrams, so that no two kinds meet.
      add(pairs.numberOf(0, now))
      if (bigram >= 0) add(pairs.numberOf(trigramOffset + bigram, now))
      bigram = before > 0 ? pairs.numberOf(before, now) : -1
      if (bigram >= 0) add(bigram)
      before = now
    }
    return counts
  })
}

const trigramOffset = 1 << 26

/** For each gram, a flat list of model, 1 + ln tf, model, 1 + ln tf … in the order of models. */
function holdersByGram(counts: readonly GramCounts[]): number[][] {
  const holders: number[][] = []
  for (const [model, grams] of counts.entries()) {
    for (const [gram, tf] of grams) {
      const known = holders[gram]
      if (known) known.push(model, 1 + Math.log(tf))
      else holders[gram] = [model, 1 + Math.log(tf)]
    }
  }
  return holders
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
