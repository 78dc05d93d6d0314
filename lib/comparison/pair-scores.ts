/** Centred scores of the suspect with each other model, with intervals, and of all pairs with one another. */

import { interval95, resampleMeans } from './bootstrap'
import { centredScore } from './centre'
import type { Interval } from './comparison-result'
import { meanMatrix, type ScoreMatrices } from './score-matrices'
import { rounded, roundedInterval } from './significant-digits'

/** Places of the models in the matrices: the suspect is 0. */
export type Line = { candidates: readonly number[]; controls: readonly number[] }

/** `resampled[s]` is the score in resample s, unrounded. Null when too few controls remain. */
export type PairScore = { score: number | null; interval: Interval | null; resampled: Float64Array | null }

/**
 * The suspect's score with each candidate and control, by place. All see the same resamples of the prompts. A control is
 * read against the other controls, and has a score only when two of those remain.
 */
export function suspectScores(
  matrices: ScoreMatrices,
  { candidates, controls }: Line,
  options: { samples: number; seed: number },
): Map<number, PairScore> {
  const comparable = controls.length >= 3 ? [...candidates, ...controls] : candidates
  const series = comparable.map((b) => seriesOf(matrices, b, controls))
  const means = resampleMeans(series, options)
  const scores = new Map<number, PairScore>(
    [...candidates, ...controls].map((place) => [place, { score: null, interval: null, resampled: null }]),
  )
  const mean = meanMatrix(matrices)
  for (const [k, b] of comparable.entries()) {
    const resampled = Float64Array.from(means, (row) => row[k] as number)
    const score = centredScore(mean, matrices.n, { a: 0, b, controls })
    scores.set(b, {
      score: score === null ? null : rounded(score),
      interval: roundedInterval(interval95(resampled)),
      resampled,
    })
  }
  return scores
}

/** Every pair's centred score, null on the diagonal and where no two controls remain. */
export function panelOf(matrices: ScoreMatrices, controls: readonly number[]): (number | null)[][] {
  const mean = meanMatrix(matrices)
  const places = Array.from({ length: matrices.n }, (_, place) => place)
  return places.map((a) =>
    places.map((b) => {
      const others = controls.filter((control) => control !== a && control !== b)
      const score = a === b || others.length < 2 ? null : centredScore(mean, matrices.n, { a, b, controls })
      return score === null ? null : rounded(score)
    }),
  )
}

/** The centred score prompt by prompt: its mean is the score, since centring is linear. */
function seriesOf({ n, cells }: ScoreMatrices, b: number, controls: readonly number[]): Float64Array {
  return Float64Array.from(cells, (matrix) => centredScore(matrix, n, { a: 0, b, controls }) ?? 0)
}
