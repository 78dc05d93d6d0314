/** The comparisons of a reference set with their features and what is documented about each pair. */

import { featuresAgainst, featuresWithoutEach } from '@/lib/comparison/weights/line-up-features'
import type { DrawnLineUp } from './draw-line-ups'
import { type ReferenceAnswers, type ScoredLineUp, scoreLineUp } from './line-up-scores'
import type { Relation } from './relation-table'

/** One suspect with one candidate in one line-up. */
export type ReferenceComparison = {
  lineUp: number
  suspect: string
  family: string
  lineage: string
  relation: Relation
  controls: number
  features: readonly number[]
  /** The same with each control in turn left out; none where it was not asked for. */
  withoutEach: readonly (readonly number[])[]
}

export type ScoredReference = { drawn: DrawnLineUp; scored: ScoredLineUp }

/** Scores the line-ups one after the other; `onLineUp` hears how many are done. */
export async function scoreReference(
  answers: ReferenceAnswers,
  lineUps: readonly DrawnLineUp[],
  onLineUp: (done: number) => void,
): Promise<ScoredReference[]> {
  const scored: ScoredReference[] = []
  for (const drawn of lineUps) {
    scored.push({ drawn, scored: await scoreLineUp(answers, drawn) })
    onLineUp(scored.length)
  }
  return scored
}

/**
 * The comparisons of all line-ups, with the models of `leftOut` not among the controls; a line-up that keeps fewer than
 * four controls is left out then.
 */
export function comparisonsOf(
  reference: readonly ScoredReference[],
  leftOut: string | null = null,
): ReferenceComparison[] {
  return reference.flatMap(({ drawn, scored }, lineUp) => {
    const controls = scored.controls.filter((_, k) => drawn.controls[k]?.family !== leftOut)
    if (controls.length < 4) return []
    const features = featuresAgainst(scored, controls)
    const without = leftOut === null ? featuresWithoutEach(scored, controls) : []
    return drawn.candidates.map(({ lineage, relation }, k) => ({
      lineUp,
      suspect: drawn.suspect.model,
      family: drawn.suspect.family,
      lineage,
      relation,
      controls: controls.length,
      features: features[k] as number[],
      withoutEach: without.map((each) => each[k] as number[]),
    }))
  })
}
