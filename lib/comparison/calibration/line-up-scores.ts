/** Scores one drawn line-up by the fused methods, exactly as a comparison scores its own. */

import { fusedScoring } from '@/lib/comparison/methods/method-scoring'
import { scoreOverRepresented } from '@/lib/comparison/methods/over-represented'
import { chooseGrams, type PooledGrams } from '@/lib/comparison/methods/pooled-grams'
import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'
import { fusedMethods } from '@/lib/comparison/weights/fused-features'
import type { LineUpMeans } from '@/lib/comparison/weights/line-up-features'
import type { Lineage } from '../lineup'
import { meanMatrix, scoreAllPrompts } from '../score-matrices'
import type { DrawnLineUp } from './draw-line-ups'

/** The prepared answers of every model of a reference set, and where each model is in them. */
export type ReferenceAnswers = {
  prompts: readonly PreparedPrompt[]
  pooled: PooledGrams
  places: ReadonlyMap<string, number>
}

/** After the suspect come the snapshots, then the controls. */
export type ScoredLineUp = LineUpMeans & { controls: readonly number[] }

/** Scores `lineUp` among its own models alone: frequencies count nobody else. */
export async function scoreLineUp(answers: ReferenceAnswers, lineUp: DrawnLineUp): Promise<ScoredLineUp> {
  const models = [lineUp.suspect, ...lineUp.candidates.flatMap(({ snapshots }) => snapshots), ...lineUp.controls]
  const chosen = models.map(({ model }) => answers.places.get(model) as number)
  const { n, lineages, controls } = placesIn(lineUp)
  const prompts = answers.prompts.map((prompt) => ({
    words: [],
    forms: chosen.map((place) => prompt.forms[place] as PreparedPrompt['forms'][number]),
    asked: prompt.asked,
  }))
  const means: Float64Array[] = []
  for (const id of fusedMethods) {
    if (id === 'over-represented') means.push(scoreOverRepresented(chooseGrams(answers.pooled, chosen), controls))
    else means.push(meanMatrix(await scoreAllPrompts(prompts, { ...fusedScoring[id], controls })))
  }
  return { n, means, lineages, controls }
}

/** Where the models of a line-up stand in its matrices. */
export function placesIn({ candidates, controls }: DrawnLineUp): Omit<ScoredLineUp, 'means'> {
  let next = 1
  const lineages = candidates.map(({ lineage, snapshots }): Lineage => {
    const places = snapshots.map((_, k) => next + k)
    next += snapshots.length
    return { name: lineage, places }
  })
  return { n: next + controls.length, lineages, controls: controls.map((_, k) => next + k) }
}
