/** Each comparison weighed by a calibration that has never seen its suspect's family. */

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { fitLogistic, type Labelled, logLikelihoodRatio } from './logistic-fit'
import type { ReferenceComparison } from './reference-comparisons'

export type HeldOut = ReferenceComparison & { log10LR: number }

/** Coefficients from the related and unrelated comparisons; every pair has the same weight, however often it was drawn. */
export function fitComparisons(
  comparisons: readonly ReferenceComparison[],
  times?: ReadonlyMap<string, number>,
): number[] {
  const used = comparisons.filter(isLabelled)
  const drawn = new Map<string, number>()
  for (const one of used) drawn.set(pairOf(one), (drawn.get(pairOf(one)) ?? 0) + 1)
  const labelled = used.map(
    (one): Labelled => ({
      features: one.features,
      related: one.relation === 'related',
      weight: (times ? (times.get(one.family) ?? 0) : 1) / (drawn.get(pairOf(one)) ?? 1),
    }),
  )
  return fitLogistic(labelled.filter(({ weight }) => weight > 0))
}

/** For each comparison the log10 LR by coefficients from all other families of suspects. */
export function weighHeldOut(comparisons: readonly ReferenceComparison[]): HeldOut[] {
  const byFamily = new Map<string, number[]>()
  for (const family of new Set(comparisons.map((one) => one.family))) {
    byFamily.set(family, fitComparisons(comparisons.filter((one) => one.family !== family)))
  }
  return comparisons.map((one) => ({
    ...one,
    log10LR: logLikelihoodRatio(byFamily.get(one.family) ?? [], one.features) / Math.LN10,
  }))
}

/** Coefficients from `samples` resamples of the suspects' families with replacement, seeded. */
export function resampleFamilies(
  comparisons: readonly ReferenceComparison[],
  { samples, seed }: { samples: number; seed: number },
): number[][] {
  const random = xoroshiro128plus(seed)
  const families = [...new Set(comparisons.filter(isLabelled).map((one) => one.family))].sort()
  const taught = new Set(comparisons.filter(({ relation }) => relation === 'related').map((one) => one.family))
  const results: number[][] = []
  while (results.length < samples) {
    const times = new Map<string, number>()
    for (const _ of families) {
      const family = families[uniformInt(random, 0, families.length - 1)] as string
      times.set(family, (times.get(family) ?? 0) + 1)
    }
    if ([...times.keys()].some((family) => taught.has(family))) results.push(fitComparisons(comparisons, times))
  }
  return results
}

/** The pair that a comparison is about, whatever its line-up. */
export const pairOf = ({ suspect, lineage }: ReferenceComparison): string => JSON.stringify([suspect, lineage])

const isLabelled = ({ relation }: ReferenceComparison): boolean => relation === 'related' || relation === 'unrelated'
