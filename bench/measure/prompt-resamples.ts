/** How often a suspect that learned from nobody is taken for a student, and a student for one, over resamples of the prompts. */

import { drawPrompts } from '@/lib/comparison/bootstrap'
import { exactInterval } from '@/lib/comparison/calibration/exact-interval'
import type { MethodId } from '@/lib/comparison/comparison-method'
import { fuse, weigh } from '@/lib/comparison/fused-comparison'
import { lineUp, type Named, placesOf } from '@/lib/comparison/lineup'
import { candidatesOf, type Measured } from '@/lib/comparison/measured-comparison'
import { type MethodScores, scoresByPool, scoresByPrompt } from '@/lib/comparison/method-scores'
import { fusedScoring } from '@/lib/comparison/method-scoring'
import type { ModelOutputs } from '@/lib/comparison/model-outputs'
import { chooseGrams, poolGrams } from '@/lib/comparison/pooled-grams'
import { type PreparedPrompts, preparePrompts } from '@/lib/comparison/prepare-prompts'
import { domainFindings } from '@/lib/comparison/profile-domain'
import { defaultProfile } from '@/lib/comparison/profile-file'
import { scoreAllPrompts } from '@/lib/comparison/score-matrices'
import { documentedModels, rolesOf, suiteOutputs } from './reference-data'
import type { Figure } from './report'
import { skipped } from './suspects'

const innerSamples = 60

/** Verdicts over `times` resamples of a suite's prompts, for unrelated suspects and for documented students. */
export async function resampleFigures(folder: string, suite: string, times: number): Promise<Figure[]> {
  const models = await documentedModels(folder, suite)
  if (!models) return [skipped(`${times} prompt resamplings of ${suite}`, folder)]
  const outputs = await suiteOutputs(folder, models)
  const { students, teachers, controls } = rolesOf(models)
  const of = (names: readonly { model: string }[]) => names.map(({ model }) => outputs.get(model) as ModelOutputs)
  const verdictsOf = (suspect: ModelOutputs) =>
    verdicts({ suspect, candidates: of(teachers), controls: of(controls).filter((one) => one !== suspect) }, times)
  const unrelated: boolean[] = []
  for (const suspect of of(controls)) unrelated.push(...(await verdictsOf(suspect)).map((named) => named.length === 0))
  const taught: number[] = []
  for (const { model, teachers: own } of students) {
    const named = await verdictsOf(outputs.get(model) as ModelOutputs)
    taught.push(named.filter((some) => some.some((name) => own.includes(name))).length)
  }
  const mostly = taught.filter((count) => 2 * count >= times).length
  return [
    share(
      `${suite}: unrelated suspects not supported, of ${times} prompt resamplings each`,
      unrelated.filter(Boolean).length,
      unrelated.length,
    ),
    share(`${suite}: students supported in most of ${times} prompt resamplings`, mostly, taught.length),
  ]
}

/** The names of the supported candidates in each resample. */
async function verdicts(named: Named, times: number): Promise<string[][]> {
  const lineup = lineUp(named)
  const prepared = preparePrompts(lineup.participants.map(({ model }) => model))
  const supported: string[][] = []
  for (const counts of drawPrompts(prepared.prompts.length, { samples: times, seed: 11 })) {
    const drawn = prepared.prompts.flatMap((prompt, p) => Array.from({ length: counts[p] ?? 0 }, () => prompt))
    const measured = await measure({ lineup, prepared: { ...prepared, prompts: drawn } })
    const profile = defaultProfile && domainFindings(measured, defaultProfile).applies ? defaultProfile : null
    const weights = profile && weigh(fuse(measured), profile)
    const lineages = candidatesOf(measured)
    supported.push(lineages.flatMap(({ name }, k) => (weights?.[k]?.verdict === 'supports' ? [name] : [])))
  }
  return supported
}

async function measure({
  lineup,
  prepared,
}: {
  lineup: Measured['lineup']
  prepared: PreparedPrompts
}): Promise<Measured> {
  const line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  const resampling = { samples: innerSamples, seed: 1 }
  const scores = new Map<MethodId, MethodScores>()
  for (const id of ['openings', 'sentence-shape'] as const) {
    const matrices = await scoreAllPrompts(prepared.prompts, { ...fusedScoring[id], controls: line.controls })
    scores.set(id, scoresByPrompt(matrices, line, resampling))
  }
  const everyone = lineup.participants.map((_, place) => place)
  const pooled = chooseGrams(poolGrams(prepared.prompts), everyone)
  scores.set('over-represented', await scoresByPool(pooled, line, { ...resampling, onSample: () => undefined }))
  return { lineup, prepared, scores }
}

function share(what: string, count: number, total: number): Figure {
  const [low, high] = exactInterval(count, total)
  const note = `${count} of ${total}, exact 95 % limits ${low.toFixed(3)} to ${high.toFixed(3)}`
  return { part: 'comparison', what, value: total > 0 ? count / total : null, unit: '', note }
}
