/** One comparison of a suspect with candidates against controls: ranks, never weighs, and says why not. */

import { AppError } from '@/lib/platform/errors'
import { candidatesInOrder, controlResult, leadersOf } from './candidate-order'
import { caveatFactsOf } from './caveat-facts'
import { caveatsOf } from './comparison-caveats'
import type { MethodId } from './comparison-method'
import type { CandidateResult, ComparisonResult } from './comparison-result'
import { lineUp, type Named, placesOf } from './lineup'
import { byMethod, type Measured } from './measured-comparison'
import { comparisonVersion, methodDefinitions, scoreByMethod } from './method-definitions'
import { panelOf, suspectScores } from './pair-scores'
import { type PreparedPrompts, preparePrompts } from './prepare-prompts'
import { type ScoreMatrices, scoreAllPrompts } from './score-matrices'
import { tellingPassages } from './telling-passages'

export const defaultSeed = 1
export const defaultSamples = 1000
const listedPassages = 30
const listedExclusions = 1000

export type ComparisonInput = Named & {
  /** Seed of the resampling, an integer from 0 to 2^31 − 1. */
  seed?: number
  /** Resamples of the prompts for the intervals. */
  samples?: number
  /** Told, and awaited, after each prompt of each method: steps done of all. */
  onProgress?: (progress: { done: number; total: number }) => Promise<void> | void
}

/**
 * Compares the suspect's answers with each candidate's, read against the controls. The same models, seed and samples
 * give the same result to the byte of `canonicalComparison`, in whatever order files, models and prompts come. There is
 * no calibration profile yet: weight, interval of the weight and error rates are null and every verdict is inconclusive.
 * Throws `AppError('invalid-input')` with a sentence when the comparison cannot be made.
 */
export async function compareModels(input: ComparisonInput): Promise<ComparisonResult> {
  const seed = input.seed ?? defaultSeed
  const samples = input.samples ?? defaultSamples
  refuseBadNumbers({ seed, samples })
  const lineup = lineUp(input)
  const prepared = preparePrompts(lineup.participants.map(({ model }) => model))
  const matrices = await scoreByAllMethods(prepared, input.onProgress)
  const line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  const scores = new Map(
    [...matrices].map(([id, matrix]) => [id, suspectScores(matrix, line, { samples, seed })] as const),
  )
  return describe({ lineup, prepared, matrices, scores }, { seed, samples })
}

function refuseBadNumbers({ seed, samples }: { seed: number; samples: number }): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 31 - 1) {
    throw new AppError('invalid-input', 'The seed is an integer from 0 to 2147483647.')
  }
  if (!Number.isInteger(samples) || samples < 1) {
    throw new AppError('invalid-input', 'The number of resamples is an integer of at least 1.')
  }
}

async function scoreByAllMethods(prepared: PreparedPrompts, onProgress: ComparisonInput['onProgress']) {
  const matrices = new Map<MethodId, ScoreMatrices>()
  const total = prepared.prompts.length * methodDefinitions.length
  let done = 0
  for (const { id } of methodDefinitions) {
    const matrix = await scoreAllPrompts(prepared.prompts, scoreByMethod[id], () =>
      onProgress?.({ done: ++done, total }),
    )
    matrices.set(id, matrix)
  }
  return matrices
}

function describe(measured: Measured, { seed, samples }: { seed: number; samples: number }): ComparisonResult {
  const { lineup, prepared } = measured
  const suspect = lineup.participants[0]?.name ?? ''
  const candidates = candidatesInOrder(measured)
  const controls = placesOf(lineup, 'control').map((place) => controlResult(measured, place))
  const firstInResamples = leadersOf(measured, samples)
  const facts = caveatFactsOf(lineup, prepared)
  const passages = passagesOf(measured, candidates)
  return {
    suspect,
    prompts: {
      shared: prepared.prompts.length,
      dropped: prepared.excluded.length,
      reasons: facts.reasons,
      excluded: prepared.excluded.slice(0, listedExclusions),
    },
    seed,
    candidates,
    controls,
    method: { version: comparisonVersion, profile: null },
    errorRates: null,
    caveats: caveatsOf({ ...facts, suspect, candidates, controls, passages, firstInResamples, samples }),
    resampling: { samples, level: 0.95, firstInResamples },
    panel: {
      models: lineup.participants.map(({ name, role }) => ({ name, role })),
      methods: byMethod((id) => panelOf(measured.matrices.get(id) as ScoreMatrices, placesOf(lineup, 'control'))),
    },
    passages,
    inputs: facts.inputs,
    definitions: methodDefinitions,
  }
}

function passagesOf(
  { lineup, prepared }: Measured,
  candidates: readonly CandidateResult[],
): ComparisonResult['passages'] {
  const named = candidates.map(({ name }) =>
    placesOf(lineup, 'candidate').find((place) => lineup.participants[place]?.name === name),
  )
  const controls = placesOf(lineup, 'control')
  const others = [...named.filter((place) => place !== undefined), ...controls]
  return tellingPassages(prepared, { suspect: 0, others, controls }, listedPassages).map((findings, k) => {
    const { name, role } = lineup.participants[others[k] as number] as (typeof lineup.participants)[number]
    return { name, role, ...findings, items: role === 'candidate' ? findings.items : [] }
  })
}
