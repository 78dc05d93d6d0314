/** What of a calibration profile a comparison's result carries, so that page and report need nothing else. */

import type {
  CalibrationFigures,
  CalibrationProfile,
  CountedShare,
  KindFigures,
  VerdictFigures,
} from './calibration-profile'
import type { WordingStanding } from './wording-standing'

/** How often the weights are wrong, on comparisons whose suspect's family was held out. */
export type ErrorRates = Pick<CalibrationFigures, 'cllr' | 'cllrMin' | 'eer' | 'auc' | 'falsePairs' | 'missedPairs'> & {
  /** Related and unrelated pairs together. */
  pairs: number
}

/** `tippett` holds, for k = 0…100, the value that k % of the held-out log10 LRs of a kind do not exceed. */
export type CalibrationSummary = {
  limits: [number, number]
  /** Ways in which the comparison is unlike the calibration; none: inside the domain. */
  outside: string[]
  tippett: { related: number[]; unrelated: number[] }
  thresholds: CalibrationFigures['thresholds']
  sameCandidate: ErrorRates
  kinds: KindFigures[]
  verdicts: VerdictFigures
  comparisons: number
  unrelatedAbove: CountedShare | null
  /** By candidate, best first; absent where the profile does not have it. */
  wording?: WordingStanding[]
}

/** The summary of `profile` for a comparison that is unlike its calibration in `outside`. */
export function profileSummary(
  profile: CalibrationProfile,
  { outside, wording }: { outside: readonly string[]; wording: WordingStanding[] },
) {
  const { figures, sameCandidate, scores } = profile
  const calibration: CalibrationSummary = {
    limits: profile.limits,
    outside: [...outside],
    tippett: { related: percentiles(scores.related), unrelated: percentiles(scores.unrelated) },
    thresholds: figures.thresholds,
    sameCandidate: errorRatesOf(sameCandidate),
    kinds: profile.kinds,
    verdicts: profile.verdicts,
    comparisons: figures.comparisons.related + figures.comparisons.unrelated,
    ...(wording.length > 0 && { wording }),
    unrelatedAbove: figures.thresholds.find(({ log10LR }) => log10LR === 0)?.unrelated ?? null,
  }
  return { errorRates: errorRatesOf(figures), calibration }
}

function errorRatesOf({ cllr, cllrMin, eer, auc, falsePairs, missedPairs, pairs }: CalibrationFigures): ErrorRates {
  return { cllr, cllrMin, eer, auc, falsePairs, missedPairs, pairs: pairs.related + pairs.unrelated }
}

function percentiles(rising: readonly number[]): number[] {
  return Array.from({ length: 101 }, (_, k) => rising[Math.round(((rising.length - 1) * k) / 100)] ?? 0)
}
