/** How far whole wording stands out in pairs of each relation: what a derivative's answers share and a student's do not. */

import { scorePhraseAffinity } from '@/lib/comparison/methods/phrase-affinity'
import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'
import { nullScale } from '@/lib/comparison/statistics/null-scale'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { standardised } from '@/lib/comparison/weights/fused-features'
import { bestTwo, gainOfChoice } from '@/lib/comparison/weights/lineage-scores'
import { centredOn } from '../centre'
import { meanMatrix, scoreAllPrompts } from '../score-matrices'
import type { DrawnLineUp } from './draw-line-ups'
import { placesIn, type ReferenceAnswers } from './line-up-scores'

const promptsRead = 200

/**
 * `phrase-affinity` in widths above unrelated pairs, by relation, rising, over 200 prompts spread evenly: of each pair in the
 * first line-up that holds it, where that line-up holds a pair that is neither unrelated nor seen before.
 */
export async function wordingByRelation(
  answers: ReferenceAnswers,
  lineUps: readonly DrawnLineUp[],
): Promise<NonNullable<CalibrationProfile['wording']>> {
  const found: NonNullable<CalibrationProfile['wording']> = {
    related: [],
    unrelated: [],
    sibling: [],
    derivative: [],
    'same-base': [],
  }
  const seen = new Set<string>()
  for (const one of lineUps) {
    const pairs = one.candidates.map(({ lineage }) => JSON.stringify([one.suspect.model, lineage]))
    const isNew = pairs.map((pair) => !seen.has(pair))
    if (!one.candidates.some(({ relation }, k) => relation !== 'unrelated' && isNew[k])) continue
    for (const [k, value] of (await wordingOf(answers, one)).entries()) {
      const relation = one.candidates[k]?.relation
      if (!isNew[k] || !relation || relation === 'unknown' || relation === 'self') continue
      found[relation].push(Number(value.toPrecision(4)))
    }
    for (const pair of pairs) seen.add(pair)
  }
  for (const values of Object.values(found)) values.sort((a, b) => a - b)
  return found
}

/** In the order of the candidates. */
async function wordingOf(answers: ReferenceAnswers, drawn: DrawnLineUp): Promise<number[]> {
  const { n, lineages, controls } = placesIn(drawn)
  const mean = meanMatrix(
    await scoreAllPrompts(someAnswers(answers, drawn), { score: scorePhraseAffinity, beyondManner: false, controls }),
  )
  const scale = nullScale(mean, { n, candidates: lineages.flatMap(({ places }) => places), controls })
  const centred = centredOn(controls, mean, n)
  return lineages.map((lineage) => {
    const own = lineage.places.map((b) => centred(0, b) ?? 0)
    return standardised(bestTwo(own) - gainOfChoice(mean, n, lineage, controls), scale)
  })
}

function someAnswers({ prompts, places }: ReferenceAnswers, { suspect, candidates, controls }: DrawnLineUp) {
  const models = [suspect, ...candidates.flatMap(({ snapshots }) => snapshots), ...controls]
  const chosen = models.map(({ model }) => places.get(model) as number)
  const taken = Math.min(promptsRead, prompts.length)
  return Array.from({ length: taken }, (_, k) => {
    const { words, forms, asked } = prompts[Math.floor((k * prompts.length) / taken)] as PreparedPrompt
    return {
      words: chosen.map((place) => words[place] as Int32Array),
      forms: chosen.map((place) => forms[place] as PreparedPrompt['forms'][number]),
      asked,
    }
  })
}
