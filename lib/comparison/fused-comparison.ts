/** The weights of a comparison's candidates by a calibration profile, or none where they cannot be formed. */

import type { CalibrationProfile } from './calibration-profile'
import { fusedFeatures, fusedMethods } from './fused-features'
import { placesOf } from './lineup'
import { candidatesOf, lineageScore, type Measured } from './measured-comparison'
import type { MethodScores } from './method-scores'
import { kinAmong, nullScale } from './null-scale'
import { type Weight, weighCandidates } from './weigh-candidates'

/** Fewer controls give no scale to read a score by. */
export const fewestToWeigh = 3

/** `features[candidate]`, and the same in each resample of the prompts; null with fewer than three controls. */
export type Fused = { features: number[][]; resampled: number[][][] } | null

/**
 * The features of every candidate. Scale, kinship and the gain of choosing snapshots are those of all prompts in every
 * resample: they describe the controls, and the interval is about the suspect.
 */
export function fuse(measured: Measured): Fused {
  const controls = placesOf(measured.lineup, 'control')
  if (controls.length < fewestToWeigh) return null
  const lineages = candidatesOf(measured)
  const methods = fusedMethods.map((id) => measured.scores.get(id) as MethodScores)
  const population = {
    n: methods[0]?.n ?? 0,
    candidates: lineages.flatMap(({ places }) => places),
    controls,
  }
  const scaled = methods.map(({ mean }) => ({ mean, scale: nullScale(mean, population) }))
  if (scaled.some(({ scale }) => !(scale.width > 0))) return null
  const scales = scaled.map(({ scale }) => scale)
  const kin = kinAmong(lineages, scaled, population)
  const scores = lineages.map((lineage) => fusedMethods.map((id) => lineageScore(measured, id, lineage)))
  const samples = methods[0]?.resampled.length ?? 0
  const at = (sample: number) => scores.map((row) => row.map(({ resampled }) => resampled?.[sample] ?? 0))
  return {
    features: fusedFeatures({ scores: scores.map((row) => row.map(({ exact }) => exact ?? 0)), scales, kin }),
    resampled: Array.from({ length: samples }, (_, sample) => fusedFeatures({ scores: at(sample), scales, kin })),
  }
}

/** The weight of each candidate in the order of `candidatesOf`; null without features. */
export function weigh(fused: Fused, profile: CalibrationProfile): Weight[] | null {
  return fused && weighCandidates(profile, fused.features, fused.resampled)
}
