/** The features of a line-up's candidates from mean scores, read against any of its controls. */

import { centredOn } from '@/lib/comparison/centre'
import type { Lineage } from '@/lib/comparison/lineup'
import { kinAmong, nullScale } from '@/lib/comparison/statistics/null-scale'
import type { Scale } from '@/lib/comparison/statistics/robust-scale'
import { fusedFeatures } from './fused-features'
import { bestTwo, gainOfChoice } from './lineage-scores'

/** Mean raw scores by fused method, n × n, with the suspect at 0. */
export type LineUpMeans = { n: number; means: readonly Float64Array[]; lineages: readonly Lineage[] }

/** How candidates are read against `controls`: the scale of each method, and which candidates are kin. */
export function scaleOf({ n, means, lineages }: LineUpMeans, controls: readonly number[]) {
  const population = { n, candidates: lineages.flatMap(({ places }) => places), controls }
  const methods = means.map((mean) => ({ mean, scale: nullScale(mean, population) }))
  const scales: Scale[] = methods.map(({ scale }) => scale)
  return { scales, kin: kinAmong(lineages, methods, population) }
}

/** The features of each candidate, read against `controls`. */
export function featuresAgainst(lineUp: LineUpMeans, controls: readonly number[]): number[][] {
  const { n, means, lineages } = lineUp
  const centred = means.map((mean) => centredOn(controls, mean, n))
  const scores = lineages.map((lineage) =>
    means.map((mean, method) => {
      const own = lineage.places.map((b) => centred[method]?.(0, b) ?? 0)
      return bestTwo(own) - gainOfChoice(mean, n, lineage, controls)
    }),
  )
  return fusedFeatures({ scores, ...scaleOf(lineUp, controls) })
}

/** Fewer controls give no scale to read a score by. */
export const fewestToWeigh = 3

/**
 * `features[left out][candidate]`: the features with each control in turn left out. None where fewer than three would
 * remain.
 */
export function featuresWithoutEach(lineUp: LineUpMeans, controls: readonly number[]): number[][][] {
  if (controls.length <= fewestToWeigh) return []
  return controls.map((control) =>
    featuresAgainst(
      lineUp,
      controls.filter((other) => other !== control),
    ),
  )
}
