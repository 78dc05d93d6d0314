/** One score for a candidate of several snapshots: its best two, freed of the gain that choosing among them gives. */

import { centredOn } from '@/lib/comparison/centre'
import type { Lineage } from '@/lib/comparison/lineup'

/** The mean of the greatest two values, or the only one. */
export function bestTwo(values: readonly number[]): number {
  const [first = Number.NaN, second = first] = [...values].sort((a, b) => b - a)
  return (first + second) / 2
}

/**
 * What the controls score with the lineage by the same rule, on the mean: taken off a model's score with it, so that a
 * lineage with many snapshots gains nothing by their number. 0 for one snapshot. `mean` is n × n row-major.
 */
export function gainOfChoice(mean: Float64Array, n: number, { places }: Lineage, controls: readonly number[]): number {
  if (places.length === 1) return 0
  const centred = centredOn(controls, mean, n)
  const scores = controls.map((control) => bestTwo(places.map((place) => centred(control, place) ?? Number.NaN)))
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
