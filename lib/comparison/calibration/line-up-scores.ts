/** Scores one drawn line-up by the fused methods, exactly as a comparison scores its own. */

import { centredScore } from '../centre'
import { fusedFeatures, fusedMethods } from '../fused-features'
import { bestTwo, gainOfChoice } from '../lineage-scores'
import type { Lineage } from '../lineup'
import { fusedScoring } from '../method-scoring'
import { kinAmong, nullScale } from '../null-scale'
import { scoreOverRepresented } from '../over-represented'
import { chooseGrams, type PooledGrams } from '../pooled-grams'
import type { PreparedPrompt } from '../prepare-prompts'
import { meanMatrix, scoreAllPrompts } from '../score-matrices'
import type { DrawnLineUp } from './draw-line-ups'

/** The prepared answers of every model of a reference set, and where each model is in them. */
export type ReferenceAnswers = {
  prompts: readonly PreparedPrompt[]
  pooled: PooledGrams
  places: ReadonlyMap<string, number>
}

/** Mean raw scores by fused method, n × n, with the suspect at 0, then the snapshots, then the controls. */
export type ScoredLineUp = {
  n: number
  means: readonly Float64Array[]
  lineages: readonly Lineage[]
  controls: readonly number[]
}

/** Scores `lineUp` among its own models alone: frequencies count nobody else. */
export async function scoreLineUp(answers: ReferenceAnswers, lineUp: DrawnLineUp): Promise<ScoredLineUp> {
  const models = [lineUp.suspect, ...lineUp.candidates.flatMap(({ snapshots }) => snapshots), ...lineUp.controls]
  const chosen = models.map(({ model }) => answers.places.get(model) as number)
  const controls = lineUp.controls.map((_, k) => models.length - lineUp.controls.length + k)
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
  return { n: models.length, means, lineages: lineagesAt(lineUp), controls }
}

/** The features of each candidate, read against `controls`, by default all of the line-up's. */
export function featuresOf(scored: ScoredLineUp, controls: readonly number[] = scored.controls): number[][] {
  const { n, means, lineages } = scored
  const population = { n, candidates: lineages.flatMap(({ places }) => places), controls }
  const methods = means.map((mean) => ({ mean, scale: nullScale(mean, population) }))
  const scores = lineages.map((lineage) =>
    means.map((mean) => {
      const own = lineage.places.map((b) => centredScore(mean, n, { a: 0, b, controls }) ?? 0)
      return bestTwo(own) - gainOfChoice(mean, n, lineage, controls)
    }),
  )
  return fusedFeatures({
    scores,
    scales: methods.map(({ scale }) => scale),
    kin: kinAmong(lineages, methods, population),
  })
}

function lineagesAt({ candidates }: DrawnLineUp): Lineage[] {
  let next = 1
  return candidates.map(({ lineage, snapshots }) => {
    const places = snapshots.map((_, k) => next + k)
    next += snapshots.length
    return { name: lineage, places }
  })
}
