/** The shape of a comparison's result, as page, report and command line read it; all numbers at 12 significant digits. */

import canonicalize from 'canonicalize'
import type { ComparisonDetail } from './detail/comparison-detail'
import type { CanaryResult } from './methods/canary'
import type { MethodId } from './methods/comparison-method'
import type { GrammarRatio } from './methods/grammar-ratios'
import type { IdentityLeak } from './methods/identity-leak'
import type { MethodDefinition } from './methods/method-definition'
import type { SharedErrors } from './methods/shared-errors'
import type { RejectedRecord } from './outputs/model-outputs'
import type { ExcludedPrompt, ExclusionReason } from './outputs/prepare-prompts'
import type { PassageFindings } from './passages/telling-passages'
import type { PlanFollowed } from './plan-followed'
import type { CalibrationSummary, ErrorRates } from './weights/profile-summary'
import type { Verdict } from './weights/weigh-candidates'

export type Interval = [number, number]
export type Role = 'suspect' | 'candidate' | 'control'

export type CandidateResult = {
  name: string
  /** How many files of its lineage were given: the best two count. */
  snapshots: number
  /** Cut at the limits of the calibration; null without one. */
  log10LR: number | null
  interval: Interval | null
  capped: boolean
  verdict: Verdict
  /**
   * The weight when the first candidate and its kin are no alternative to this one: what speaks for it as a second teacher.
   * Null for the first itself and without a calibration; results before version 4 do not have it.
   */
  besideFirst?: { log10LR: number; interval: Interval } | null
  /** Null when too few controls were given to centre on. */
  methods: Record<MethodId, { score: number | null; interval: Interval | null }>
}

export type ControlResult = {
  name: string
  methods: Record<MethodId, { score: number | null; interval: Interval | null }>
}

/** One method's centred score of every pair of models, `scores[i][j]` for `models[i]` and `models[j]`; null on the diagonal. */
type Panel = { models: { name: string; role: Role }[]; methods: Record<MethodId, (number | null)[][]> }

export type InputResult = {
  name: string
  role: Role
  sha256: string
  outputs: number
  /** Records that could not be used, and the first of them with line and reason. */
  rejected: number
  rejects: readonly RejectedRecord[]
  repeated: number
}

export type ComparisonResult = {
  suspect: string
  prompts: {
    shared: number
    dropped: number
    /** How many were dropped for each reason. */
    reasons: Partial<Record<ExclusionReason, number>>
    /** The first 1,000 dropped prompts by id, each with the models that caused it; `dropped` counts all. */
    excluded: readonly ExcludedPrompt[]
  }
  seed: number
  /** Best first: by weight, or without one by mean rank over the fused methods. */
  candidates: CandidateResult[]
  /** By name. */
  controls: ControlResult[]
  /** The profile by its name, and by the hash of its canonical JSON from version 3 on. */
  method: { version: string; profile: string | null; profileSha256?: string | null }
  /** Of the calibration profile; null without one: error rate not established. */
  errorRates: ErrorRates | null
  calibration: CalibrationSummary | null
  caveats: string[]
  resampling: { samples: number; level: number; firstInResamples: { name: string; count: number }[] }
  panel: Panel
  /** Candidates in their order, then controls; a control's are counted with itself set aside, to compare with, and not listed. */
  passages: ({ name: string; role: Role } & PassageFindings)[]
  /** By candidate; every hit is to be read by a person. */
  identity: IdentityLeak[]
  /** One for each marker that was given; null when none was. */
  canaries: CanaryResult[] | null
  /** By candidate; null when no right answers were given. */
  sharedErrors: SharedErrors[] | null
  /** λ of the suspect with candidates' snapshots, then controls; results before version 4 do not have it. */
  grammar?: GrammarRatio[]
  inputs: readonly InputResult[]
  definitions: readonly MethodDefinition[]
  /** From version 3 on, where it was asked for. */
  detail?: ComparisonDetail
  /** Where the run names a plan that was registered before it; absent otherwise. */
  plan?: PlanFollowed
}

/** The result as canonical JSON (RFC 8785): the same comparison gives the same bytes. */
export function canonicalComparison(result: ComparisonResult): string {
  const text = canonicalize(result)
  if (text === undefined) throw new Error('a comparison has no canonical form')
  return text
}
