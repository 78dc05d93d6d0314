/** Weighs a comparison once more under other conditions, by the same methods, scale and profile. */

import { fusedScoring } from '@/lib/comparison/methods/method-scoring'
import { chooseGrams, poolGrams } from '@/lib/comparison/methods/pooled-grams'
import type { PreparedPrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { centralInterval } from '@/lib/comparison/statistics/bootstrap'
import { rounded, roundedInterval } from '@/lib/comparison/statistics/significant-digits'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { fuse, weigh } from '@/lib/comparison/weights/fused-comparison'
import { fusedMethods } from '@/lib/comparison/weights/fused-features'
import type { Verdict } from '@/lib/comparison/weights/weigh-candidates'
import { type Lineup, placesOf } from '../lineup'
import { candidatesOf, type Measured } from '../measured-comparison'
import { scoresByPool, scoresByPrompt } from '../method-scores'
import { scoreAllPrompts } from '../score-matrices'
import type { Tick } from './detail-steps'

/**
 * `likeness` is the mean over the fused methods of how many widths of unrelated pairs the score lies above their median.
 * Weights are null without a profile, likeness with fewer than three controls.
 */
export type AgainCandidate = {
  name: string
  log10LR: number | null
  interval: [number, number] | null
  verdict: Verdict
  likeness: number | null
  likenessInterval: [number, number] | null
}

/** Best first. */
export type WeighedAgain = { prompts: number; candidates: AgainCandidate[] }

/** Resamples of the prompts behind the intervals here: fewer than the comparison's own. */
export const samplesAgain = 100

/** The candidates of `measured` weighed by `profile`, best first. */
export function weighAgain(measured: Measured, profile: CalibrationProfile | null): WeighedAgain {
  const fused = fuse(measured)
  const weights = fused && profile ? weigh(fused, profile) : null
  const rows = candidatesOf(measured).map(({ name }, k) => {
    const weight = weights?.[k]
    const resampled = fused?.resampled.map((sample) => likenessOf(sample[k])) ?? []
    return {
      order: weight?.uncapped ?? (fused ? likenessOf(fused.features[k]) : 0),
      candidate: {
        name,
        log10LR: weight ? rounded(weight.log10LR) : null,
        interval: weight ? roundedInterval(weight.interval) : null,
        verdict: weight?.verdict ?? ('inconclusive' as const),
        likeness: fused ? rounded(likenessOf(fused.features[k])) : null,
        likenessInterval: resampled.length > 0 ? roundedInterval(centralInterval(resampled)) : null,
      },
    }
  })
  const candidates = rows.sort((a, b) => b.order - a.order).map(({ candidate }) => candidate)
  return { prompts: measured.prepared.prompts.length, candidates }
}

/** The steps that `measureFused` ticks over so many prompts: each prompt of the methods that score them one by one, each resample. */
export const stepsAgain = (prompts: number): number => (fusedMethods.length - 1) * prompts + samplesAgain

/** The fused methods alone, over the answers as they are in `prepared`. */
export async function measureFused(
  lineup: Lineup,
  prepared: PreparedPrompts,
  { seed, tick }: { seed: number; tick?: Tick | undefined },
): Promise<Measured> {
  const line = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  const resampling = { seed, samples: samplesAgain }
  const scores: Measured['scores'] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never = new Map()
  for (const id of fusedMethods) {
    if (id === 'over-represented') {
      const everyone = lineup.participants.map((_, place) => place)
      const pooled = chooseGrams(poolGrams(prepared.prompts), everyone)
      scores.set(id, await scoresByPool(pooled, line, { ...resampling, onSample: () => tick?.() }))
    } else {
      const matrices = await scoreAllPrompts(prepared.prompts, { ...fusedScoring[id], controls: line.controls }, tick)
      scores.set(id, scoresByPrompt(matrices, line, resampling))
    }
  }
  return { lineup, prepared, scores }
}

/** The first feature is sgn(A) ln(1 + |A|): this is A again. */
function likenessOf(features: readonly number[] | undefined): number {
  const x = features?.[0] ?? 0
  return Math.sign(x) * (Math.exp(Math.abs(x)) - 1)
}
