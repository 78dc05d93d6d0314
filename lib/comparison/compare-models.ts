/** One comparison of a suspect with candidates against controls, weighed when a calibration profile is given. */

import { AppError } from '@/lib/platform/errors'
import type { ComparisonResult } from './comparison-result'
import { describeComparison, type Marks } from './describe-comparison'
import { type Lineup, lineUp, type Named, placesOf, withoutControls } from './lineup'
import type { Measured } from './measured-comparison'
import { type PreparedPrompts, preparePrompts } from './outputs/prepare-prompts'
import { doubledControls } from './outputs/same-answers'
import { type Observer, scoreByAllMethods } from './score-by-all-methods'
import type { CalibrationProfile } from './weights/calibration-profile'

export const defaultSeed = 1
export const defaultSamples = 1000

export type ComparisonInput = Named & {
  /** Turns scores into weights; without one the comparison ranks and does not weigh. */
  profile?: CalibrationProfile | null
  /** Markers that were planted in a candidate's output, and right answers of prompts. */
  marks?: Marks
  /** Seed of the resampling, an integer from 0 to 2^31 − 1. */
  seed?: number
  /** Resamples of the prompts for the intervals. */
  samples?: number
  /** Told, and awaited, after each prompt of each method: steps done of all. */
  onProgress?: (progress: { done: number; total: number }) => Promise<void> | void
}

/**
 * Compares the suspect's answers with each candidate's, read against the controls. The same models, profile, seed and
 * samples give the same result to the byte of `canonicalComparison`, in whatever order files, models and prompts come.
 * Without a profile weight and error rates are null and every verdict is inconclusive. Throws
 * `AppError('invalid-input')` with a sentence when the comparison cannot be made.
 */
export async function compareModels(input: ComparisonInput): Promise<ComparisonResult> {
  return describeMeasured(input, await measureComparison(input))
}

/** Everything computed about a comparison; the steps of `compareModels` for those who need more than its result. */
export async function measureComparison(input: ComparisonInput, observer: Observer = {}): Promise<Measured> {
  const resampling = resamplingOf(input)
  refuseBadNumbers(resampling)
  const { lineup, prepared } = lineUpOnce(input)
  observer.onPrepared?.(lineup, prepared)
  const scoring = { ...resampling, onProgress: input.onProgress, observer }
  return { lineup, prepared, ...(await scoreByAllMethods(lineup, prepared, scoring)) }
}

/** Writes down what `measureComparison` found for the same input. */
export function describeMeasured(input: ComparisonInput, measured: Measured): ComparisonResult {
  return describeComparison(measured, {
    ...resamplingOf(input),
    profile: input.profile ?? null,
    marks: input.marks ?? {},
  })
}

const resamplingOf = ({ seed = defaultSeed, samples = defaultSamples }: ComparisonInput) => ({ seed, samples })

function refuseBadNumbers({ seed, samples }: { seed: number; samples: number }): void {
  if (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 31 - 1) {
    throw new AppError('invalid-input', 'The seed is an integer from 0 to 2147483647.')
  }
  if (!Number.isInteger(samples) || samples < 1) {
    throw new AppError('invalid-input', 'The number of resamples is an integer of at least 1.')
  }
}

/** Lines the models up; a control that answers as another model does counts once. */
export function lineUpOnce(input: Named): { lineup: Lineup; prepared: PreparedPrompts } {
  const all = lineUp(input)
  const prepared = prepare(all)
  const doubled = doubledControls(prepared.prompts, placesOf(all, 'control'))
  if (doubled.length === 0) return { lineup: all, prepared }
  const lineup = withoutControls(all, doubled)
  return { lineup, prepared: prepare(lineup) }
}

const prepare = ({ participants }: Lineup): PreparedPrompts => preparePrompts(participants.map(({ model }) => model))
