/** Everything computed about one comparison before it is written down. */

import type { MethodId } from './comparison-method'
import type { Lineup } from './lineup'
import { methodDefinitions } from './method-definitions'
import type { PairScore } from './pair-scores'
import type { PreparedPrompts } from './prepare-prompts'
import type { ScoreMatrices } from './score-matrices'

export type Measured = {
  lineup: Lineup
  prepared: PreparedPrompts
  matrices: ReadonlyMap<MethodId, ScoreMatrices>
  /** By method, then by place in the line-up. */
  scores: ReadonlyMap<MethodId, ReadonlyMap<number, PairScore>>
}

/** A record with `make(id)` for each method, in the order of the definitions. */
export function byMethod<T>(make: (id: MethodId) => T): Record<MethodId, T> {
  return Object.fromEntries(methodDefinitions.map(({ id }) => [id, make(id)])) as Record<MethodId, T>
}

/** The suspect's score with the model at `place` by method `id`. */
export function scoreAt({ scores }: Measured, id: MethodId, place: number): PairScore {
  return scores.get(id)?.get(place) ?? { score: null, interval: null, resampled: null }
}
