/** Makes a calibration profile up, for tests: round numbers in the shape of a real one. */

import { fusionVersion } from '@/lib/comparison/methods/method-definitions'
import type { CalibrationFigures, CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'

const share = (count: number, total: number) => ({ count, total, interval: [0, 1] as [number, number] })

const figures: CalibrationFigures = {
  comparisons: { related: 40, unrelated: 160 },
  pairs: { related: 20, unrelated: 80 },
  auc: 0.95,
  cllr: 0.4,
  cllrMin: 0.35,
  eer: 0.1,
  falsePairs: share(8, 80),
  missedPairs: share(2, 20),
  thresholds: [
    { log10LR: 0, unrelated: share(16, 160), related: share(36, 40) },
    { log10LR: 1, unrelated: share(2, 160), related: share(20, 40) },
  ],
}

const hashes = { outputsSha256: '0'.repeat(64), relationsSha256: '1'.repeat(64) }
const provenance = { models: 30, ...hashes, draws: 2, seed: 7, families: 12 }

const verdicts = {
  teacherSupported: share(20, 40),
  studentsMostlySupported: share(10, 20),
  unrelatedSupported: share(1, 40),
  unrelatedContradicted: share(10, 40),
}

/** A profile whose domain begins at `prompts` prompts and four controls; limits of log10 LR ±0.9. */
export function inventProfile({ prompts }: { prompts: number }): CalibrationProfile {
  const coefficients = [-3, 1, 1, 1]
  const rising = (low: number, high: number, count: number): number[] =>
    Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1))
  return {
    id: 'profile-invented',
    fusion: fusionVersion,
    coefficients,
    resampled: [coefficients, [-3.2, 1.1, 1, 0.9], [-2.8, 0.9, 1, 1.1]],
    limits: [-0.9, 0.9],
    figures,
    sameCandidate: figures,
    kinds: [{ kind: 'sibling', above: share(3, 10) }],
    byControls: [],
    controlFamilies: { families: 3, auc: [0.94, 0.96], cllr: [0.38, 0.42] },
    verdicts,
    scores: {
      related: rising(-0.5, 4, 40),
      unrelated: rising(-4, 0.6, 160),
      sibling: rising(-3, 1, 10),
      derivative: [],
      'same-base': [],
    },
    domain: {
      prompts: { least: prompts, calibrated: prompts },
      controls: [4, 16],
      candidates: [2, 4],
      answerWords: [1, 400],
      latinShare: 0.9,
      relatedByLineage: [18, 2],
    },
    provenance,
  }
}
