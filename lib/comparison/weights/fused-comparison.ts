/** The weights of a comparison's candidates by a calibration profile, or none where they cannot be formed. */

import { placesOf } from '@/lib/comparison/lineup'
import { candidatesOf, lineageScore, type Measured } from '@/lib/comparison/measured-comparison'
import type { MethodScores } from '@/lib/comparison/method-scores'
import type { CalibrationProfile } from './calibration-profile'
import { fusedFeatures, fusedMethods } from './fused-features'
import { featuresWithoutEach, fewestToWeigh, scaleOf } from './line-up-features'
import { type Weighable, type Weight, weighCandidates } from './weigh-candidates'

/**
 * What can be weighed, and the same with the candidate at `first` and its kin no alternative to the others: what speaks
 * for each of them beside it. Null with fewer than three controls.
 */
export type Fused = (Weighable & { beside: (first: number) => Weighable }) | null

/**
 * The features of every candidate. Scale, kinship and the gain of choosing snapshots are those of all prompts in every
 * resample: they describe the controls, and the interval is about the suspect.
 */
export function fuse(measured: Measured): Fused {
  const controls = placesOf(measured.lineup, 'control')
  if (controls.length < fewestToWeigh) return null
  const lineages = candidatesOf(measured)
  const methods = fusedMethods.map((id) => measured.scores.get(id) as MethodScores)
  const lineUp = { n: methods[0]?.n ?? 0, means: methods.map(({ mean }) => mean), lineages }
  const { scales, kin } = scaleOf(lineUp, controls)
  if (scales.some(({ width }) => !(width > 0))) return null
  const scores = lineages.map((lineage) => fusedMethods.map((id) => lineageScore(measured, id, lineage)))
  const samples = methods[0]?.resampled.length ?? 0
  const at = (sample: number) => scores.map((row) => row.map(({ resampled }) => resampled?.[sample] ?? 0))
  const weighable = (kin: readonly (readonly boolean[])[]) => ({
    features: fusedFeatures({ scores: scores.map((row) => row.map(({ exact }) => exact ?? 0)), scales, kin }),
    resampled: Array.from({ length: samples }, (_, sample) => fusedFeatures({ scores: at(sample), scales, kin })),
  })
  return {
    ...weighable(kin),
    withoutEach: featuresWithoutEach(lineUp, controls),
    beside: (first) => {
      const isFirst = (k: number) => k === first || (kin[first]?.[k] ?? false)
      return { ...weighable(kin.map((row) => row.map((is, k) => is || isFirst(k)))), withoutEach: [] }
    },
  }
}

/** The weight of each candidate in the order of `candidatesOf`; null without features. */
export function weigh(fused: Fused, profile: CalibrationProfile): Weight[] | null {
  return fused && weighCandidates(profile, fused)
}

/** The weight of each candidate when the heaviest is no alternative to it; null without features or others. */
export function weighBeside(fused: Fused, profile: CalibrationProfile, weights: readonly Weight[]): Weight[] | null {
  if (!fused || weights.length < 2) return null
  const first = weights.reduce((best, { uncapped }, k) => (uncapped > (weights[best]?.uncapped ?? 0) ? k : best), 0)
  return weighCandidates(profile, fused.beside(first))
}
