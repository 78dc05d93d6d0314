/** The TF-IDF cosine of counted grams: shared by the methods that compare wording and form. */

import type { AnswerGrams, GramCounts } from './gram-counts'

/**
 * Fills `into`, n × n row-major, with cosines of the vectors of weight (1 + ln tf) · ln(1 + n/df), where tf counts a
 * gram in the answer and df the answers of the n that hold it. An answer without a gram scores 0 with everyone.
 * Source: TF-IDF cosine, Salton and Buckley 1988, with df within the prompt.
 */
export function gramCosines({ size, answers }: GramCounts, into: Float64Array): void {
  const n = answers.length
  const { starts, models, weights } = postings(answers, size)
  const squares = new Float64Array(n)
  for (let gram = 0; gram < size; gram++) {
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

/** For each gram, from `starts[gram]` to `starts[gram + 1]`, the models that use it in their order and its weight there. */
function postings(answers: readonly AnswerGrams[], size: number) {
  const starts = new Int32Array(size + 1)
  for (const { grams } of answers) for (const gram of grams) starts[gram + 1] = (starts[gram + 1] as number) + 1
  for (let gram = 0; gram < size; gram++) starts[gram + 1] = (starts[gram + 1] as number) + (starts[gram] as number)
  const next = starts.slice()
  const models = new Int32Array(starts[size] as number)
  const weights = new Float64Array(models.length)
  const rarity = Float64Array.from({ length: answers.length + 1 }, (_, df) => Math.log(1 + answers.length / df))
  for (const [model, { grams, tf }] of answers.entries()) {
    for (let k = 0; k < grams.length; k++) {
      const gram = grams[k] as number
      const at = next[gram] as number
      next[gram] = at + 1
      const df = (starts[gram + 1] as number) - (starts[gram] as number)
      models[at] = model
      weights[at] = (tf[k] === 1 ? 1 : 1 + Math.log(tf[k] as number)) * (rarity[df] as number)
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
