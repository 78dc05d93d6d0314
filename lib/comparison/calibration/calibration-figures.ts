/** The figures of a calibration from its held-out comparisons. */

import { rounded } from '@/lib/comparison/statistics/significant-digits'
import type {
  CalibrationFigures,
  CountedShare,
  KindFigures,
  OtherKind,
} from '@/lib/comparison/weights/calibration-profile'
import { exactInterval } from './exact-interval'
import { type HeldOut, pairOf } from './held-out'
import { areaUnderCurve, cllr, cllrMin, equalErrorRate, type Weighed } from './likelihood-cost'

const thresholds = [0, 0.25, 0.5, 0.75, 1]
export const otherKinds: readonly OtherKind[] = ['sibling', 'derivative', 'same-base']

/** Figures over comparisons (AUC, Cllr, EER, thresholds) and pairs (false and missed); LRs cut at `limits`. */
export function figuresOf(comparisons: readonly HeldOut[], limits: readonly [number, number]): CalibrationFigures {
  const weighed = weighedOf(comparisons)
  const capped = {
    related: weighed.related.map((value) => cut(value, limits)),
    unrelated: weighed.unrelated.map((value) => cut(value, limits)),
  }
  const pairs = { related: pairMeans(comparisons, 'related'), unrelated: pairMeans(comparisons, 'unrelated') }
  return {
    comparisons: { related: weighed.related.length, unrelated: weighed.unrelated.length },
    pairs: { related: pairs.related.length, unrelated: pairs.unrelated.length },
    auc: rounded(areaUnderCurve(weighed)),
    cllr: rounded(cllr(capped)),
    cllrMin: rounded(cllrMin(weighed)),
    eer: rounded(equalErrorRate(weighed)),
    falsePairs: share(pairs.unrelated, (value) => value > 0),
    missedPairs: share(pairs.related, (value) => value < 0),
    thresholds: thresholds.map((log10LR) => ({
      log10LR,
      unrelated: share(weighed.unrelated, (value) => value >= log10LR),
      related: share(weighed.related, (value) => value >= log10LR),
    })),
  }
}

/** How many pairs of each other kind a reader could take for related. */
export function kindFigures(comparisons: readonly HeldOut[]): KindFigures[] {
  return otherKinds.map((kind) => ({ kind, above: share(pairMeans(comparisons, kind), (value) => value > 0) }))
}

/** log10 LRs of the comparisons by their documented relation. */
export function weighedOf(comparisons: readonly HeldOut[]): Weighed {
  return { related: valuesOf(comparisons, 'related'), unrelated: valuesOf(comparisons, 'unrelated') }
}

/** log10 LRs of one relation, rising. */
export function valuesOf(comparisons: readonly HeldOut[], relation: HeldOut['relation']): number[] {
  return comparisons
    .filter((one) => one.relation === relation)
    .map(({ log10LR }) => log10LR)
    .sort((a, b) => a - b)
}

/** How many of `values` are so, of all, with exact limits. */
export function share<T>(values: readonly T[], isSo: (value: T) => boolean): CountedShare {
  const count = values.filter(isSo).length
  const [low, high] = exactInterval(count, values.length)
  return { count, total: values.length, interval: [rounded(low), rounded(high)] }
}

function pairMeans(comparisons: readonly HeldOut[], relation: HeldOut['relation']): number[] {
  const pairs = new Map<string, number[]>()
  for (const one of comparisons.filter((each) => each.relation === relation)) {
    pairs.set(pairOf(one), [...(pairs.get(pairOf(one)) ?? []), one.log10LR])
  }
  return [...pairs.values()].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length)
}

const cut = (value: number, [low, high]: readonly [number, number]): number => Math.max(low, Math.min(high, value))
