/** What a calibration leaves behind: figures that turn a score into a weight, and say how often that is wrong. */

/** `count` of `total`, with the exact 95 % limits of the share. */
export type CountedShare = { count: number; total: number; interval: [number, number] }

/** How good the weights were on comparisons whose suspect's family was held out. LRs are capped as they are reported. */
export type CalibrationFigures = {
  /** Drawn comparisons of a suspect with a candidate, and the different pairs among them. */
  comparisons: { related: number; unrelated: number }
  pairs: { related: number; unrelated: number }
  auc: number
  cllr: number
  cllrMin: number
  eer: number
  /** Pairs whose mean log10 LR is on the wrong side of 0. */
  falsePairs: CountedShare
  missedPairs: CountedShare
  /** Comparisons of unrelated and of related pairs at or above a log10 LR. */
  thresholds: { log10LR: number; unrelated: CountedShare; related: CountedShare }[]
}

/** A kind of pair that is neither, and how many of its pairs have a mean log10 LR above 0. */
export type KindFigures = { kind: OtherKind; above: CountedShare }
export type OtherKind = 'sibling' | 'derivative' | 'same-base'

/** How the verdicts fell: suspects with a documented teacher among the candidates, and suspects unrelated to all. */
export type VerdictFigures = {
  teacherSupported: CountedShare
  studentsMostlySupported: CountedShare
  unrelatedSupported: CountedShare
  unrelatedContradicted: CountedShare
}

/** The conditions under which the figures were found; outside of them a comparison says so. */
export type ProfileDomain = {
  prompts: { least: number; calibrated: number }
  controls: [number, number]
  candidates: [number, number]
  /** Least and greatest median length of a model's answers, in words. */
  answerWords: [number, number]
  /** Least share of answers mostly in Latin script. */
  latinShare: number
  /** Related pairs of each taught lineage. All taught lineages being one vendor's, the vendor cannot be held out. */
  relatedByLineage: number[]
}

export type ProfileProvenance = {
  models: number
  /** SHA-256 of the sorted list of the files' names and SHA-256s, in `sha256sum` form, and of the relations. */
  outputsSha256: string
  relationsSha256: string
  draws: number
  seed: number
  families: number
}

export type CalibrationProfile = {
  id: string
  /** Version of the fused methods and features that it was computed with. */
  fusion: string
  /** Intercept and one for each feature: the natural-log likelihood ratio is linear in the features. */
  coefficients: number[]
  /** The same from resamples of the suspects' families: how far the calibration set itself leaves them open. */
  resampled: number[][]
  /** Lowest and highest log10 LR that the set supports, never beyond ±1. */
  limits: [number, number]
  figures: CalibrationFigures
  /** Only pairs with the candidate that has most students, without the prior that students are mostly that vendor's. */
  sameCandidate: CalibrationFigures
  kinds: KindFigures[]
  byControls: { controls: [number, number]; auc: number; cllr: number; comparisons: number }[]
  /** Each control family left out in turn: the least and the greatest figure. */
  controlFamilies: { families: number; auc: [number, number]; cllr: [number, number] }
  verdicts: VerdictFigures
  /** Uncapped log10 LRs of all comparisons with the suspect's family held out, by kind, rising. */
  scores: Record<'related' | 'unrelated' | OtherKind, number[]>
  /**
   * By how many widths whole wording (`phrase-affinity`) stands above unrelated pairs, by kind, rising: what tells a
   * derivative from a student, as far as anything does. Absent from profiles that were made before it was measured.
   */
  wording?: Record<'related' | 'unrelated' | OtherKind, number[]>
  domain: ProfileDomain
  provenance: ProfileProvenance
}
