/** Prompts as points whose inner product is a Gaussian kernel, so that a set of prompts is compared by one sum of points. */

import { seededDraws } from '@/lib/signals/statistics/seeded-draws'

/** Features of a point, and buckets that words are hashed to. */
export const features = 128
export const wordBuckets = 8192

/** Whole numbers add up to the same sum in any order. */
const unit = 2 ** 20

/** The words of one prompt: distinct buckets below `wordBuckets`. */
export type Words = Uint16Array

/** `sum` of the points of a set and of their squared lengths, in units of 2⁻²⁰ and 2⁻⁴⁰; `n` points. */
export type PointSum = { n: number; sum: Float64Array; squares: number }

/** Adds the point of one prompt to a set. */
export type AddPrompt = (set: PointSum, words: Words) => void

export const emptySet = (): PointSum => ({ n: 0, sum: new Float64Array(features), squares: 0 })

/**
 * Points for prompts of a log. A prompt is its TF-IDF vector over hashed words (each once, ln((1 + N) / df), length 1), with random signs
 * folded to 128 numbers (Weinberger et al. 2009); a point has 128 structured orthogonal random features (Yu et al. 2016) of the kernel exp(−d² ÷ 2), the
 * median heuristic for vectors that mostly have no word in common (d² = 2). `seed` alone decides folding and features.
 */
export function promptPoints(prompts: Iterable<Words>, seed: number): AddPrompt {
  const weights = inverseFrequencies(prompts)
  const { places, signs, flips, phases } = drawFeatures(seed)
  const at = new Float64Array(features)
  return (set, words) => {
    at.fill(0)
    for (const word of words)
      at[places[word] as number] =
        (at[places[word] as number] as number) + (signs[word] as number) * (weights[word] as number)
    const length = Math.sqrt(dot(at, at))
    if (length === 0) return
    // Each of the three rotations grows lengths by √128; one of them is kept, as normal directions have that length.
    const scale = turns / (2 * Math.PI * length * features)
    for (const flip of flips) rotate(at, flip)
    for (let j = 0; j < features; j++) {
      const value = heights[((at[j] as number) * scale + (phases[j] as number)) & (turns - 1)] as number
      set.sum[j] = (set.sum[j] as number) + value
      set.squares += value * value
    }
    set.n++
  }
}

/** Cosines of a whole turn in steps, as heights of features: much cheaper than the function, and as good for a mean. */
const turns = 4096
const heights = Float64Array.from({ length: turns }, (_, step) =>
  Math.round(Math.cos((2 * Math.PI * step) / turns) * Math.sqrt(2 / features) * unit),
)

/** Random signs, then the Walsh and Hadamard transform, in place. */
function rotate(at: Float64Array, flip: Int8Array): void {
  for (let j = 0; j < features; j++) at[j] = (at[j] as number) * (flip[j] as number)
  for (let width = 1; width < features; width *= 2) {
    for (let from = 0; from < features; from += 2 * width) {
      for (let j = from; j < from + width; j++) {
        const a = at[j] as number
        const b = at[j + width] as number
        at[j] = a + b
        at[j + width] = a - b
      }
    }
  }
}

/**
 * Unbiased estimate of the squared maximum mean discrepancy of two sets (Gretton et al. 2012, equation 3) from their sums; about 0 for
 * two samples of one distribution. Both have two points or more.
 */
export function discrepancy(x: PointSum, y: PointSum): number {
  const within = ({ n, sum, squares }: PointSum) => (dot(sum, sum) - squares) / (n * (n - 1))
  return (within(x) + within(y) - (2 * dot(x.sum, y.sum)) / (x.n * y.n)) / unit ** 2
}

/** What stays of `all` without `part`. */
export function without(all: PointSum, part: PointSum): PointSum {
  return {
    n: all.n - part.n,
    sum: all.sum.map((value, j) => value - (part.sum[j] ?? 0)),
    squares: all.squares - part.squares,
  }
}

/** `all` and `part` together, in place of `all`. */
export function addSet(all: PointSum, part: PointSum): void {
  for (let j = 0; j < features; j++) all.sum[j] = (all.sum[j] ?? 0) + (part.sum[j] ?? 0)
  all.squares += part.squares
  all.n += part.n
}

function inverseFrequencies(prompts: Iterable<Words>): Float64Array {
  const counts = new Float64Array(wordBuckets)
  let n = 0
  for (const words of prompts) {
    n++
    for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  }
  return counts.map((count) => Math.log((1 + n) / Math.max(1, count)))
}

function drawFeatures(seed: number) {
  const draws = seededDraws(seed)
  const sign = () => 2 * draws.below(2) - 1
  return {
    places: Uint8Array.from({ length: wordBuckets }, () => draws.below(features)),
    signs: Int8Array.from({ length: wordBuckets }, sign),
    flips: Array.from({ length: 3 }, () => Int8Array.from({ length: features }, sign)),
    /** In steps of a turn. */
    phases: Float64Array.from({ length: features }, () => draws.below(turns)),
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number)
  return sum
}
