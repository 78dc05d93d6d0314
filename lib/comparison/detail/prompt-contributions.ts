/** How much each prompt adds to the difference between a candidate and the controls, by each method. */

import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import { methodDefinitions } from '@/lib/comparison/methods/method-definitions'
import { scoreOverRepresented } from '@/lib/comparison/methods/over-represented'
import { nullScale } from '@/lib/comparison/statistics/null-scale'
import { fusedMethods } from '@/lib/comparison/weights/fused-features'
import { centredOn } from '../centre'
import { lineagesOf } from '../lineup'
import { byMethod, type Measured } from '../measured-comparison'
import type { MethodScores } from '../method-scores'
import type { Tick } from './detail-steps'
import type { ScoreCollector } from './score-collector'

/** `together` is the mean of the fused methods' contributions in widths of unrelated pairs. */
export type ContributionId = MethodId | 'together'

/** `values[p]` for each prompt; null where a method has none for a single prompt. */
export type Contributions = { candidate: string; by: Record<ContributionId, Float64Array | null> }

/** More steps than this are too dear to count phrases anew without each prompt. */
const mostSteps = 4e9

/**
 * Of each candidate: by a method that scores prompts, D of the prompt divided by the number of prompts, so that the column
 * adds up to the score; by `over-represented`, which pools all prompts, the score less the score without the prompt (jackknife,
 * Quenouille 1956), where that is affordable. A candidate of several snapshots counts by its two that score best.
 */
export async function promptContributions(
  measured: Measured,
  collected: ScoreCollector,
  tick?: Tick,
): Promise<Contributions[]> {
  const without = await withoutEachPrompt(collected, tick)
  return lineagesOf(measured.lineup).map(({ name, places }) => {
    const own = byMethod((id) => {
      const best = bestPlaces(measured.scores.get(id), places, collected)
      return id === 'over-represented'
        ? without && meanOf(best.map((place) => without(place)))
        : byPrompt(collected, id, best)
    })
    return { candidate: name, by: { ...own, together: together(measured, collected, own) } }
  })
}

function bestPlaces(scores: MethodScores | undefined, places: readonly number[], { line }: ScoreCollector): number[] {
  if (!scores) return [...places]
  const { mean, n } = scores
  const centred = centredOn(line.controls, mean, n)
  const score = (b: number) => centred(0, b) ?? 0
  return [...places].sort((a, b) => score(b) - score(a)).slice(0, 2)
}

function byPrompt(collected: ScoreCollector, id: MethodId, places: readonly number[]): Float64Array | null {
  const { series = [] } = collected.scores.get(id) ?? {}
  const own = places.map((place) => series[collected.scored.indexOf(place)]).filter((one) => one !== undefined)
  return own.length === 0 ? null : (meanOf(own)?.map((value, _, all) => value / all.length) ?? null)
}

/** The score with a place, less the same without prompt p, for every p. Null when that is too dear. */
async function withoutEachPrompt(
  { pooled, line }: ScoreCollector,
  tick?: Tick,
): Promise<((place: number) => Float64Array) | null> {
  if (!pooled) return null
  const { n, size, prompts } = pooled
  if (prompts * n * size * (n / 2 + 30) > mostSteps) return null
  const weights = new Int32Array(prompts).fill(1)
  const whole = scoreOverRepresented(pooled, line.controls)
  const matrices: Float64Array[] = []
  for (let p = 0; p < prompts; p++) {
    weights[p] = 0
    matrices.push(scoreOverRepresented(pooled, line.controls, weights))
    weights[p] = 1
    await tick?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const centred = matrices.map((matrix) => centredOn(line.controls, matrix, n))
  const all = centredOn(line.controls, whole, n)
  return (place) => Float64Array.from(centred, (without) => (all(0, place) ?? 0) - (without(0, place) ?? 0))
}

function together(
  { scores }: Measured,
  { line }: ScoreCollector,
  own: Record<MethodId, Float64Array | null>,
): Float64Array | null {
  const scaled = fusedMethods.flatMap((id) => {
    const method = scores.get(id)
    const values = own[id]
    if (!method || !values) return []
    const { width } = nullScale(method.mean, { n: method.n, ...line })
    return width > 0 ? [values.map((value) => value / width)] : []
  })
  return meanOf(scaled)
}

function meanOf(series: readonly Float64Array[]): Float64Array | null {
  const [first] = series
  if (!first) return null
  return first.map((_, p) => series.reduce((sum, values) => sum + (values[p] as number), 0) / series.length)
}

/** The methods in the order of the columns. */
export const contributionIds: readonly ContributionId[] = ['together', ...methodDefinitions.map(({ id }) => id)]
