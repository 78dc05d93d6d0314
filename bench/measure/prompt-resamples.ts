/** How often a suspect that learned from nobody is taken for a student, and a student for one, over resamples of the prompts. */

import { onlyPrompts } from '@/lib/comparison/detail/leave-groups-out'
import { type Named, placesOf } from '@/lib/comparison/lineup'
import { type MethodScores, scoresByPool, scoresByPrompt } from '@/lib/comparison/method-scores'
import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import { fusedScoring } from '@/lib/comparison/methods/method-scoring'
import { chooseGrams, poolGrams } from '@/lib/comparison/methods/pooled-grams'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { scoreAllPrompts } from '@/lib/comparison/score-matrices'
import { drawPrompts } from '@/lib/comparison/statistics/bootstrap'
import { judge, PreparedSuite } from './prepared-suite'
import { documentedModels, rolesOf, suiteOutputs } from './reference-data'
import type { Figure } from './report'
import { limits, lineOf, skipped } from './suspects'

/** Resamples of the resampled prompts, for the interval. */
const resampling = { samples: 60, seed: 1 }
const fewestControls = 4

/** Verdicts over `times` resamples of a suite's prompts for unrelated suspects, and a quarter as many for students. */
export async function resampleFigures(folder: string, suite: string, times: number): Promise<Figure[]> {
  const models = await documentedModels(folder, suite)
  if (!models) return [skipped(`${times} prompt resamplings of ${suite}`, folder)]
  const outputs = await suiteOutputs(folder, models)
  const prepared = new PreparedSuite([...outputs.values()])
  const { candidates, controls } = lineOf(models, outputs)
  const left: Left[] = []
  const soft = new Set(models.filter(({ role }) => role === 'soft-control').map(({ model }) => model))
  for (const suspect of controls.length > fewestControls ? controls : []) {
    const others = controls.filter((one) => one !== suspect)
    const named = await supported(prepared, { suspect, candidates, controls: others }, times)
    left.push({
      name: suspect.name,
      isSoft: soft.has(suspect.name),
      alone: named.filter((some) => some.length === 0).length,
    })
  }
  const few = Math.ceil(times / 4)
  const taught: number[] = []
  for (const { model, teachers } of rolesOf(models).students) {
    const suspect = outputs.get(model) as ModelOutputs
    const named = await supported(prepared, { suspect, candidates, controls }, few)
    taught.push(named.filter((some) => some.some((name) => teachers.includes(name))).length)
  }
  const firm = left.filter(({ isSoft }) => !isSoft)
  const open = left.filter(({ isSoft }) => isSoft)
  return [
    { ...unrelatedFigure(`${suite}: unrelated suspects`, firm, times), limit: 0.99, atLeast: true },
    ...(open.length > 0 ? [unrelatedFigure(`${suite}: suspects of unknown relation`, open, times)] : []),
    taughtFigure(suite, taught, few),
  ]
}

/** In how many resamples nobody was supported for a suspect; `isSoft`: its relations are not documented. */
interface Left {
  name: string
  isSoft: boolean
  alone: number
}

function unrelatedFigure(whose: string, left: readonly Left[], times: number): Figure {
  const base = { part: 'comparison', what: `${whose} not supported, of ${times} prompt resamplings each`, unit: '' }
  if (left.length === 0) {
    return {
      ...base,
      value: null,
      note: `skipped: fewer than ${fewestControls} controls would be left, and nothing is weighed`,
    }
  }
  const alone = left.reduce((sum, one) => sum + one.alone, 0)
  const each = left.map((one) => `${one.name} ${one.alone}`).join(' · ')
  return { ...base, value: alone / (left.length * times), note: `${limits(alone, left.length * times)}; ${each}` }
}

function taughtFigure(suite: string, taught: readonly number[], times: number): Figure {
  const mostly = taught.filter((count) => 2 * count >= times).length
  const what = `${suite}: students supported in most of ${times} prompt resamplings`
  const share = { value: mostly / taught.length, limit: 0.5, atLeast: true }
  return { part: 'comparison', what, unit: '', ...share, note: limits(mostly, taught.length) }
}

/**
 * The names of the supported candidates in each resample. What is common to answers of different prompts, and which
 * phrases are counted, is taken from all prompts: it describes the models.
 */
async function supported(suite: PreparedSuite, named: Named, times: number): Promise<string[][]> {
  const { lineup, prepared } = suite.lineUp(named)
  const line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  const { prompts } = prepared
  const openings = await scoreAllPrompts(prompts, { ...fusedScoring.openings, controls: line.controls })
  const shape = await scoreAllPrompts(prompts, { ...fusedScoring['sentence-shape'], controls: line.controls })
  const pooled = chooseGrams(
    poolGrams(prompts),
    lineup.participants.map((_, place) => place),
  )
  const results: string[][] = []
  for (const counts of drawPrompts(prompts.length, { samples: times, seed: 11 })) {
    const kept = [...counts].flatMap((count, p) => Array.from({ length: count }, () => p))
    const drawn = ({ n, cells }: typeof openings) => ({ n, cells: kept.map((p) => cells[p] as Float64Array) })
    const scores = new Map<MethodId, MethodScores>([
      ['openings', scoresByPrompt(drawn(openings), line, resampling)],
      ['sentence-shape', scoresByPrompt(drawn(shape), line, resampling)],
      ['over-represented', await scoresByPool(onlyPrompts(pooled, kept), line, resampling)],
    ])
    const judged = judge({ lineup, prepared, scores })
    results.push(judged.filter(({ verdict }) => verdict === 'supports').map(({ name }) => name))
  }
  return results
}
