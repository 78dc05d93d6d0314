/** The suspect's centred scores by one method, with the same resamples of the prompts for all models and methods. */

import { centredOn } from './centre'
import { overRepresentedScorer } from './methods/over-represented'
import type { PooledGrams } from './methods/pooled-grams'
import { meanMatrix, type ScoreMatrices } from './score-matrices'
import { drawPrompts, type Resampling, resampleMeans } from './statistics/bootstrap'

/** Places of the models to score with the suspect, which is at 0. */
export type Line = { candidates: readonly number[]; controls: readonly number[] }

/** `mean` is the n × n matrix of raw scores; `resampled[s][k]` the suspect's centred score with `scored[k]` in resample s. */
export type MethodScores = {
  n: number
  mean: Float64Array
  scored: readonly number[]
  resampled: readonly Float64Array[]
}

/** Of a method that scores prompts one by one: centring is linear, so a resample is a weighted mean. */
export function scoresByPrompt(matrices: ScoreMatrices, line: Line, resampling: Resampling): MethodScores {
  const series = seriesByPrompt(matrices, line)
  const resampled = resampleMeans(series, resampling)
  return { n: matrices.n, mean: meanMatrix(matrices), scored: scoredPlaces(line), resampled }
}

/** `series[k][p]`: the suspect's centred score with the k-th of `scoredPlaces` on prompt p; 0 where none can be formed. */
export function seriesByPrompt({ n, cells }: ScoreMatrices, line: Line): Float64Array[] {
  const scored = scoredPlaces(line)
  const series = scored.map(() => new Float64Array(cells.length))
  for (const [p, matrix] of cells.entries()) {
    const centred = centredOn(line.controls, matrix, n)
    for (const [k, b] of scored.entries()) (series[k] as Float64Array)[p] = centred(0, b) ?? 0
  }
  return series
}

/**
 * Of the method that pools all prompts: each resample is counted and scored anew. Drawing prompts twice makes profiles
 * noisier than they are, which lowers every likeness; so the resamples are moved to have the score itself as their mean.
 */
export async function scoresByPool(
  pooled: PooledGrams,
  line: Line,
  {
    onSample = () => undefined,
    onMatrix = () => undefined,
    ...resampling
  }: Resampling & { onSample?: () => Promise<void> | void; onMatrix?: (matrix: Float64Array) => void },
): Promise<MethodScores> {
  const { n, prompts } = pooled
  const scored = scoredPlaces(line)
  const centred = (matrix: Float64Array) => {
    const scoreOf = centredOn(line.controls, matrix, n)
    return Float64Array.from(scored, (b) => scoreOf(0, b) ?? 0)
  }
  const score = overRepresentedScorer(pooled, line.controls)
  const resampled: Float64Array[] = []
  for (const weights of drawPrompts(prompts, resampling)) {
    const matrix = score(weights)
    onMatrix(matrix)
    resampled.push(centred(matrix))
    await onSample()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const mean = score()
  return { n, mean, scored, resampled: aroundScore(resampled, centred(mean)) }
}

/** The places that are scored with the suspect: controls, each against the others, where two others remain. */
export function scoredPlaces({ candidates, controls }: Line): number[] {
  return controls.length >= 3 ? [...candidates, ...controls] : [...candidates]
}

function aroundScore(resampled: readonly Float64Array[], score: Float64Array): Float64Array[] {
  const means = score.map((_, k) => resampled.reduce((sum, row) => sum + (row[k] as number), 0) / resampled.length)
  return resampled.map((row) => row.map((value, k) => value - (means[k] as number) + (score[k] as number)))
}
