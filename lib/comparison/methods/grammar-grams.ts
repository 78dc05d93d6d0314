/** Numbers the n-grams of masked sentences once for all models, so that a grammar model is arrays of counts by number. */

import { PairNumbers } from './gram-table'

/** Longest n-gram of a grammar model. */
export const grammarOrder = 10

/** Number of a gram that occurs once in all texts: no other text can hold it, so it needs no number of its own. */
export const loneGram = -1
/** Number of the empty context. The context of k sentence starts has the number k. */
export const emptyContext = 0
const sentenceStart = 1

/**
 * Positions of all sentences of all texts, one after the other; each sentence begins with a position for its start.
 * `chain[t · order + k − 1]` is the number of the k-gram that ends at position t. `starts[text]` to `starts[text + 1]`
 * are the positions of a text. `size` is how many numbers there are.
 */
export type GrammarGrams = { chain: Int32Array; starts: Int32Array; size: number }

/** Whether a sentence begins at position `t`: nothing is predicted there. */
export function isSentenceStart({ chain }: GrammarGrams, t: number): boolean {
  return chain[t * grammarOrder] === sentenceStart
}

/** Numbers `texts`, each a list of sentences of token numbers from 1. Shorter contexts are filled up with starts. */
export function numberGrams(texts: readonly (readonly Int32Array[])[]): GrammarGrams {
  const { tokens, starts } = inOneRow(texts)
  const chain = new Int32Array(tokens.length * grammarOrder).fill(loneGram)
  for (let t = 0; t < tokens.length; t++) {
    if (tokens[t] === 0) for (let k = 0; k < grammarOrder; k++) chain[t * grammarOrder + k] = k + 1
  }
  let size = grammarOrder + 1
  for (let k = 0; k < grammarOrder; k++) size = numberLevel({ chain, tokens }, k, size)
  return { chain, starts, size }
}

/** A start is 0, which no token is. */
function inOneRow(texts: readonly (readonly Int32Array[])[]) {
  const starts = new Int32Array(texts.length + 1)
  for (const [text, sentences] of texts.entries()) {
    starts[text + 1] = sentences.reduce((sum, { length }) => sum + length + 1, starts[text] as number)
  }
  const tokens = new Int32Array(starts[texts.length] as number)
  let at = 0
  for (const sentence of texts.flat()) {
    tokens.set(sentence, at + 1)
    at += sentence.length + 1
  }
  return { tokens, starts }
}

/** Numbers the (k + 1)-grams from `first` on: pairs of the context's number and the token. Gives the next free number. */
function numberLevel({ chain, tokens }: { chain: Int32Array; tokens: Int32Array }, k: number, first: number): number {
  const table = new PairNumbers()
  const found = new Int32Array(tokens.length).fill(loneGram)
  const uses: number[] = []
  for (let t = 0; t < tokens.length; t++) {
    if (tokens[t] === 0) continue
    const context = k === 0 ? emptyContext : (chain[(t - 1) * grammarOrder + k - 1] as number)
    const shorter = k === 0 ? emptyContext : (chain[t * grammarOrder + k - 1] as number)
    if (context === loneGram || shorter === loneGram) continue
    const gram = table.numberOf(context, tokens[t] as number)
    found[t] = gram
    uses[gram] = (uses[gram] ?? 0) + 1
  }
  let next = first
  const numbers = uses.map((count) => (count > 1 ? next++ : loneGram))
  for (let t = 0; t < tokens.length; t++) {
    const gram = found[t] as number
    if (gram !== loneGram) chain[t * grammarOrder + k] = numbers[gram] as number
  }
  return next
}
