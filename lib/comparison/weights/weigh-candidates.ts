/** From features to what may be said: a capped likelihood ratio, its interval, and a verdict corrected for several candidates. */

import { logLikelihoodRatio } from '@/lib/comparison/calibration/logistic-fit'
import { centralInterval } from '@/lib/comparison/statistics/bootstrap'
import type { CalibrationProfile } from './calibration-profile'

export type Verdict = 'supports' | 'inconclusive' | 'contradicts'

/** `log10LR` and its interval are cut at the profile's limits; `uncapped` orders candidates and is never reported. */
export type Weight = {
  uncapped: number
  log10LR: number
  interval: [number, number]
  capped: boolean
  verdict: Verdict
}

/** What of a profile weighs. */
export type Weighing = Pick<CalibrationProfile, 'coefficients' | 'resampled' | 'limits'> & {
  scores: Pick<CalibrationProfile['scores'], 'related' | 'unrelated'>
}

const level = 0.05

/** `features[candidate]`; the same in resamples of the prompts, `resampled[sample][candidate]`, and without each control. */
export type Weighable = {
  features: readonly (readonly number[])[]
  resampled: readonly (readonly (readonly number[])[])[]
  withoutEach: readonly (readonly (readonly number[])[])[]
}

/**
 * Weighs candidates together. The interval holds three things open: the prompts and the calibration set (resample s uses
 * the profile's s-th coefficients; simultaneous over the candidates, level 1 − 0.05/k), and the controls: it is widened to
 * hold the weight with any one control left out. It is also widened to hold 0 unless such a value is rare among the
 * calibration's unrelated pairs (for a positive one) or related pairs (for a negative one): p ≤ 0.05 after Holm's
 * correction for the candidates. So `supports` is: lower limit above 0; `contradicts`: upper limit below 0.
 */
export function weighCandidates(weighing: Weighing, { features, resampled, withoutEach }: Weighable): Weight[] {
  const uncapped = features.map((row) => log10Of(weighing.coefficients, row))
  const isRareHigh = rare(uncapped.map((value) => tailShare(weighing.scores.unrelated, (other) => other >= value)))
  const isRareLow = rare(uncapped.map((value) => tailShare(weighing.scores.related, (other) => other <= value)))
  return uncapped.map((value, candidate) => {
    const values = samplesOf(weighing, resampled, candidate)
    const [low, high] = centralInterval(values.length > 0 ? values : [value], 1 - level / features.length)
    const held = [value, ...withoutEach.map((rows) => log10Of(weighing.coefficients, rows[candidate] ?? []))]
    return cut(weighing, value, {
      low: Math.min(low, ...held, isRareHigh[candidate] ? value : 0),
      high: Math.max(high, ...held, isRareLow[candidate] ? value : 0),
    })
  })
}

function samplesOf(
  weighing: Weighing,
  resampled: readonly (readonly (readonly number[])[])[],
  candidate: number,
): number[] {
  const sets = weighing.resampled
  const samples = Math.max(resampled.length, sets.length)
  return Array.from({ length: resampled.length > 0 ? samples : 0 }, (_, s) => {
    const coefficients = sets.length > 0 ? sets[s % sets.length] : weighing.coefficients
    return log10Of(coefficients as number[], resampled[s % resampled.length]?.[candidate] ?? [])
  })
}

function cut({ limits }: Weighing, value: number, { low, high }: { low: number; high: number }): Weight {
  const within = (number: number): number => Math.max(limits[0], Math.min(limits[1], number))
  return {
    uncapped: value,
    log10LR: within(value),
    interval: [within(low), within(high)],
    capped: within(value) !== value,
    verdict: within(low) > 0 ? 'supports' : within(high) < 0 ? 'contradicts' : 'inconclusive',
  }
}

/** The log10 likelihood ratio, before any cut, that `coefficients` give to `features`. */
export function log10Of(coefficients: readonly number[], features: readonly number[]): number {
  return logLikelihoodRatio(coefficients, features) / Math.LN10
}

function tailShare(scores: readonly number[], isBeyond: (score: number) => boolean): number {
  return (1 + scores.filter(isBeyond).length) / (1 + scores.length)
}

/** Which hypotheses Holm's step-down procedure rejects at 0.05. Source: Holm 1979. */
function rare(p: readonly number[]): boolean[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[a] as number) - (p[b] as number))
  const result = p.map(() => false)
  for (const [step, i] of order.entries()) {
    if ((p[i] as number) * (p.length - step) > level) break
    result[i] = true
  }
  return result
}
