/** What the verdicts would have been for suspects whose family the calibration had never seen. */

import type { VerdictFigures } from '@/lib/comparison/weights/calibration-profile'
import { type Verdict, weighCandidates } from '@/lib/comparison/weights/weigh-candidates'
import { share, valuesOf } from './calibration-figures'
import { fitComparisons, type HeldOut, resampleFamilies } from './held-out'

const samples = 40

type Judged = { comparison: HeldOut; verdict: Verdict }

/** Verdicts of every line-up by the rule of a comparison; the interval holds calibration set and controls open, not the prompts. */
export function verdictFigures(
  comparisons: readonly HeldOut[],
  limits: [number, number],
  seed: number,
): VerdictFigures {
  const lineUps = [...judge(comparisons, limits, seed).values()]
  const students = lineUps.filter((judged) => judged.some(({ comparison }) => comparison.relation === 'related'))
  const unrelated = lineUps.filter((judged) => judged.every(({ comparison }) => comparison.relation === 'unrelated'))
  const isTaught = ({ comparison, verdict }: Judged) => comparison.relation === 'related' && verdict === 'supports'
  const bySuspect = new Map<string, boolean[]>()
  for (const judged of students) {
    const suspect = judged[0]?.comparison.suspect ?? ''
    bySuspect.set(suspect, [...(bySuspect.get(suspect) ?? []), judged.some(isTaught)])
  }
  return {
    teacherSupported: share(students, (judged) => judged.some(isTaught)),
    studentsMostlySupported: share(
      [...bySuspect.values()],
      (times) => 2 * times.filter(Boolean).length >= times.length,
    ),
    unrelatedSupported: share(unrelated, (judged) => judged.some(({ verdict }) => verdict === 'supports')),
    unrelatedContradicted: share(unrelated, (judged) => judged.every(({ verdict }) => verdict === 'contradicts')),
  }
}

function judge(comparisons: readonly HeldOut[], limits: [number, number], seed: number): Map<number, Judged[]> {
  const lineUps = new Map<number, Judged[]>()
  for (const family of new Set(comparisons.map((one) => one.family))) {
    const others = comparisons.filter((one) => one.family !== family)
    const weighing = {
      coefficients: fitComparisons(others),
      resampled: resampleFamilies(others, { samples, seed }),
      limits,
      scores: { related: valuesOf(others, 'related'), unrelated: valuesOf(others, 'unrelated') },
    }
    const own = comparisons.filter((one) => one.family === family)
    for (const lineUp of new Set(own.map((one) => one.lineUp))) {
      const members = own.filter((one) => one.lineUp === lineUp)
      const features = members.map((one) => one.features)
      const left = members[0]?.withoutEach.map((_, c) => members.map((one) => one.withoutEach[c] ?? [])) ?? []
      const weights = weighCandidates(weighing, { features, resampled: [features], withoutEach: left })
      lineUps.set(
        lineUp,
        members.map((comparison, k) => ({ comparison, verdict: weights[k]?.verdict ?? 'inconclusive' })),
      )
    }
  }
  return lineUps
}
