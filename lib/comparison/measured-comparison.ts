/** Everything computed about one comparison before it is written down. */

import { centredOn } from './centre'
import { type Lineage, type Lineup, lineagesOf, placesOf } from './lineup'
import type { MethodScores } from './method-scores'
import type { MethodId } from './methods/comparison-method'
import type { Lambda } from './methods/grammar-likelihood'
import { methodDefinitions } from './methods/method-definitions'
import type { PreparedPrompts } from './outputs/prepare-prompts'
import { centralInterval } from './statistics/bootstrap'
import { rounded, roundedInterval } from './statistics/significant-digits'
import { bestTwo, gainOfChoice } from './weights/lineage-scores'

export type Measured = {
  lineup: Lineup
  prepared: PreparedPrompts
  scores: ReadonlyMap<MethodId, MethodScores>
  /** λ of the suspect with each scored place; absent where only some methods were asked for. */
  lambdas?: ReadonlyMap<number, Lambda | null>
}

/** `resampled[s]` is the score in resample s. Score and interval are rounded; `exact` is not. Null: too few controls. */
export type SuspectScore = {
  score: number | null
  interval: [number, number] | null
  exact: number | null
  resampled: Float64Array | null
}

/** A record with `make(id)` for each method, in the order of the definitions. */
export function byMethod<T>(make: (id: MethodId) => T): Record<MethodId, T> {
  return Object.fromEntries(methodDefinitions.map(({ id }) => [id, make(id)])) as Record<MethodId, T>
}

/** The suspect's score with a lineage: its best two snapshots, less what controls gain by such a choice. */
export function lineageScore({ lineup, scores }: Measured, id: MethodId, lineage: Lineage): SuspectScore {
  const method = scores.get(id)
  if (!method) return none
  const controls = placesOf(lineup, 'control')
  const gain = gainOfChoice(method.mean, method.n, lineage, controls)
  const centred = centredOn(controls, method.mean, method.n)
  const own = lineage.places.map((b) => centred(0, b))
  if (own.some((score) => score === null)) return none
  const columns = lineage.places.map((place) => method.scored.indexOf(place))
  return described(
    bestTwo(own as number[]) - gain,
    Float64Array.from(method.resampled, (row) => bestTwo(columns.map((k) => row[k] as number)) - gain),
  )
}

/** The suspect's score with the control at `place`, read against the other controls. */
export function controlScore({ lineup, scores }: Measured, id: MethodId, place: number): SuspectScore {
  const method = scores.get(id)
  const column = method?.scored.indexOf(place) ?? -1
  if (!method || column < 0) return none
  const score = centredOn(placesOf(lineup, 'control'), method.mean, method.n)(0, place)
  return score === null
    ? none
    : described(
        score,
        Float64Array.from(method.resampled, (row) => row[column] as number),
      )
}

/** The candidates of the comparison. */
export function candidatesOf({ lineup }: Measured): Lineage[] {
  return lineagesOf(lineup)
}

const none: SuspectScore = { score: null, interval: null, exact: null, resampled: null }

function described(exact: number, resampled: Float64Array): SuspectScore {
  return { score: rounded(exact), interval: roundedInterval(centralInterval(resampled)), exact, resampled }
}
