/** The short sequences of tokens in an answer, numbered and counted once. */

import { PairNumbers } from './gram-table'

/** Lengths of the grams, in tokens, both included. */
export type GramLengths = { shortest: number; longest: number }

/** One answer's distinct grams by number, in the order first seen, and how often each occurs. */
export type AnswerGrams = { grams: Int32Array; tf: Int32Array }

/** Answers whose grams are numbered below `size`. */
export type GramCounts = { size: number; answers: readonly AnswerGrams[] }

const parts = 2 ** 26

/** Counts the grams of each sequence, numbered among themselves. */
export function countGrams(sequences: readonly Int32Array[], lengths: GramLengths): GramCounts {
  const table = new PairNumbers()
  const answers = sequences.map((sequence) => countAnswer(sequence, lengths, table))
  return { size: table.size, answers }
}

/** The same grams, numbered anew from 0 so that no number is unused. */
export function renumberGrams(answers: readonly AnswerGrams[]): GramCounts {
  let size = 0
  const numberOf = (gram: number): number => {
    if (gram >= numbers.length) numbers = grown(numbers, gram)
    if (numbers[gram] === 0) numbers[gram] = ++size
    return (numbers[gram] as number) - 1
  }
  const renumbered = answers.map(({ grams, tf }) => ({ grams: grams.map(numberOf), tf }))
  for (const { grams } of answers) for (const gram of grams) numbers[gram] = 0
  return { size, answers: renumbered }
}

/** New number + 1 of each gram while grams are numbered, all 0 otherwise: a table to look up in is dear to make anew. */
let numbers = new Int32Array(0)

function grown(from: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(2 * from.length, least + 1, 1024))
  larger.set(from)
  return larger
}

/** One sequence, numbered in `table`. A gram is the pair of the gram without its last token and that token. */
export function countAnswer(sequence: Int32Array, { shortest, longest }: GramLengths, table: PairNumbers): AnswerGrams {
  const places = new Map<number, number>()
  const grams: number[] = []
  const tf: number[] = []
  for (let start = 0; start < sequence.length; start++) {
    let gram = -1
    for (let length = 1; length <= longest && start + length <= sequence.length; length++) {
      gram = table.numberOf(length === 1 ? 0 : parts + gram, sequence[start + length - 1] as number)
      if (length < shortest) continue
      const place = places.get(gram)
      if (place !== undefined) tf[place] = (tf[place] as number) + 1
      else {
        places.set(gram, grams.length)
        grams.push(gram)
        tf.push(1)
      }
    }
  }
  return { grams: Int32Array.from(grams), tf: Int32Array.from(tf) }
}
