/** How often each model uses each short phrase over all prompts, kept by prompt so that prompts can be drawn again. */

import { PairNumbers } from './gram-table'

/**
 * `places[starts[p · n + i]]` to `starts[p · n + i + 1]` are the grams of model i's answer to prompt p, one entry for each
 * time that it occurs; `size` is how many different grams there are. `spelled[3 · gram]` and the next two are its words by
 * their numbers, 0 for the third of two.
 */
export type PooledGrams = {
  n: number
  prompts: number
  size: number
  starts: Int32Array
  places: Int32Array
  spelled: Int32Array
}

const firstWords = 40
const leastShare = 0.14
const mostGrams = 5000
const pairs = 2 ** 26

/** The word 2–3-grams of the first 40 words of every answer that more than one model uses in some answer. */
export function poolGrams(prompts: readonly { words: readonly Int32Array[] }[]): PooledGrams {
  const n = prompts[0]?.words.length ?? 0
  const table = new PairNumbers()
  const found: number[] = []
  const starts = new Int32Array(prompts.length * n + 1)
  for (const [p, { words }] of prompts.entries()) {
    for (const [i, answer] of words.entries()) {
      addGrams(answer, table, found)
      starts[p * n + i + 1] = found.length
    }
  }
  return withoutLone({
    ...{ n, prompts: prompts.length, size: table.size, starts, places: Int32Array.from(found) },
    spelled: spell(table.parts()),
  })
}

/**
 * The models at `chosen` alone, with the grams that at least two of them and 14 % use in any answer (what one model alone
 * says can show no likeness), and of those the 5,000 most used: they carry the profile, and bound the cost.
 */
export function chooseGrams(all: PooledGrams, chosen: readonly number[]): PooledGrams {
  return keepNumbered(all, chosen, numberCommon(all, chosen))
}

/**
 * Counts by model, `counts[i · size + gram]`, where prompt p counts `weights[p]` times, or once without weights. Model by
 * model, so that the counts being raised stay in the nearest cache.
 */
export function countByModel(
  pooled: PooledGrams,
  weights?: Int32Array,
  counts: Float64Array = new Float64Array(pooled.n * pooled.size),
): Float64Array {
  const { n, size } = pooled
  const row = new Int32Array(size)
  for (let i = 0; i < n; i++) {
    row.fill(0)
    countModel(pooled, i, row, weights)
    counts.set(row, i * size)
  }
  return counts
}

function countModel(
  { n, prompts, starts, places }: PooledGrams,
  i: number,
  row: Int32Array,
  weights?: Int32Array,
): void {
  for (let p = 0; p < prompts; p++) {
    const weight = weights ? (weights[p] as number) : 1
    if (weight === 0) continue
    const end = starts[p * n + i + 1] as number
    for (let at = starts[p * n + i] as number; at < end; at++) {
      const gram = places[at] as number
      row[gram] = (row[gram] as number) + weight
    }
  }
}

/** A gram of one model alone is common in no choice of models. */
function withoutLone(all: PooledGrams): PooledGrams {
  const everyone = Array.from({ length: all.n }, (_, model) => model)
  const { holders } = spread(all, everyone)
  let kept = 0
  return keepNumbered(
    all,
    everyone,
    holders.map((count) => (count > 1 ? kept++ : -1)),
  )
}

/** The chosen models with the grams that have a new number. */
function keepNumbered(all: PooledGrams, chosen: readonly number[], numbers: Int32Array): PooledGrams {
  const starts = new Int32Array(all.prompts * chosen.length + 1)
  const places = new Int32Array(all.places.length)
  let kept = 0
  let size = 0
  let cell = 0
  for (let p = 0; p < all.prompts; p++) {
    for (const model of chosen) {
      const end = all.starts[p * all.n + model + 1] as number
      for (let at = all.starts[p * all.n + model] as number; at < end; at++) {
        const number = numbers[all.places[at] as number] as number
        if (number < 0) continue
        places[kept++] = number
        if (number >= size) size = number + 1
      }
      cell += 1
      starts[cell] = kept
    }
  }
  const spelled = new Int32Array(size * 3)
  for (const [gram, number] of numbers.entries()) {
    if (number >= 0 && number < size) spelled.set(all.spelled.subarray(3 * gram, 3 * gram + 3), 3 * number)
  }
  return { n: chosen.length, prompts: all.prompts, size, starts, places: places.slice(0, kept), spelled }
}

function addGrams(answer: Int32Array, table: PairNumbers, found: number[]): void {
  const end = Math.min(answer.length, firstWords)
  let bigram = -1
  for (let i = 1; i < end; i++) {
    if (bigram >= 0) found.push(table.numberOf(pairs + bigram, answer[i] as number))
    bigram = table.numberOf(answer[i - 1] as number, answer[i] as number)
    found.push(bigram)
  }
}

/** The words of each gram: a bigram is the pair of two, a trigram that of a bigram and its last. */
function spell(parts: Int32Array): Int32Array {
  const spelled = new Int32Array((parts.length / 2) * 3)
  for (let gram = 0; gram < parts.length / 2; gram++) {
    const left = parts[2 * gram] as number
    const right = parts[2 * gram + 1] as number
    const bigram = left - pairs
    const words = bigram < 0 ? [left, right, 0] : [parts[2 * bigram] as number, parts[2 * bigram + 1] as number, right]
    spelled.set(words, 3 * gram)
  }
  return spelled
}

/** A new number for each gram that is kept, −1 for the others. Of equally used grams the first seen are kept. */
function numberCommon(all: PooledGrams, chosen: readonly number[]): Int32Array {
  const { holders, uses } = spread(all, chosen)
  const least = Math.max(2, leastShare * chosen.length)
  const numbers = new Int32Array(all.size).fill(-1)
  const fewest = fewestUses(holders, uses, least)
  let kept = 0
  for (const wanted of ['more', 'as many'] as const) {
    for (let gram = 0; gram < all.size && kept < mostGrams; gram++) {
      if ((holders[gram] as number) < least) continue
      const used = uses[gram] as number
      if (wanted === 'more' ? used > fewest : used === fewest) numbers[gram] = kept++
    }
  }
  return numbers
}

/** The greatest number of uses that 5,000 of the common grams reach; 0 when there are fewer. */
function fewestUses(holders: Int32Array, uses: Int32Array, least: number): number {
  const most = uses.reduce((greatest, used) => Math.max(used, greatest), 0)
  const byUses = new Int32Array(most + 1)
  for (let gram = 0; gram < uses.length; gram++) {
    if ((holders[gram] as number) >= least) {
      const used = uses[gram] as number
      byUses[used] = (byUses[used] as number) + 1
    }
  }
  let reached = 0
  for (let used = most; used > 0; used--) {
    reached += byUses[used] as number
    if (reached >= mostGrams) return used
  }
  return 0
}

/** How many of the chosen models use each gram, and how often altogether. */
function spread({ n, prompts, size, starts, places }: PooledGrams, chosen: readonly number[]) {
  const holders = new Int32Array(size)
  const uses = new Int32Array(size)
  const last = new Int32Array(size).fill(-1)
  for (const model of chosen) {
    for (let p = 0; p < prompts; p++) {
      const end = starts[p * n + model + 1] as number
      for (let at = starts[p * n + model] as number; at < end; at++) {
        const gram = places[at] as number
        uses[gram] = (uses[gram] as number) + 1
        if (last[gram] !== model) holders[gram] = (holders[gram] as number) + 1
        last[gram] = model
      }
    }
  }
  return { holders, uses }
}
