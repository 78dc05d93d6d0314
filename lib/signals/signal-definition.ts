/** What a signal is: a versioned definition that says everything a reader needs to weigh it, and how to compute it. */

import type { CanonicalColumn } from './canonical-row'
import type { PromptSetInput } from './references/analysed-reference'
import type { Statement, Workspace } from './workspace'

export const signalIds = [
  'volume',
  'rhythm',
  'templates',
  'reasoning-elicitation',
  'response-chaining',
  'linked-accounts',
  'no-ramp',
  'credential-fan-out',
  'address-fan-in',
  'limit-riding',
  'new-model-pivot',
  'origin-masking',
  'creation-batch',
  'repeat-sampling',
  'fixed-sampling',
  'output-heavy',
  'near-duplicate-free',
  'corpus-walk',
  'rubric-grading',
  'training-format',
  'identity-probes',
  'capability-focus',
  'capability-breadth',
  'distribution-shift',
  'system-prompt-fixity',
  'relay',
  'technique-probing',
] as const

export type SignalId = (typeof signalIds)[number]

/** One account as one signal measured it. `value` is null exactly when `why` says why. */
export type Measured = {
  account: string
  value: number | null
  why: string | null
  /** One-sided p-value where the signal has a null hypothesis. */
  p?: number | null
  measures: Record<string, number | null>
}

/** What a signal found: not computable from this log (with the reason), or one `Measured` per account, in no order. */
export type SignalOutcome = { computable: false; why: string } | { computable: true; accounts: Measured[] }

export type InnocentExplanation = { name: string; how: string }

/** Where the rows behind one cell of the matrix are: one dataset file, one account, for links the shared values, and the prompt sets that were used. */
export type RowsBehindRequest = {
  path: string
  account: string
  limit: number
  offset: number
  values?: string[]
  promptSets?: Pick<PromptSetInput, 'path' | 'hashesOnly'>[]
}

/** What a reader is told of a signal, whatever it measures. */
export type SignalText = {
  version: string
  title: string
  question: string
  /** Formula in words and symbols. */
  definition: string
  source: string
  needs: CanonicalColumn[]
  peerGroup: string
  value: { name: string; unit: string }
  /** Each further measure with its meaning and unit. */
  measures: Record<string, string>
  flag: string
  innocentExplanations: InnocentExplanation[]
  rebuttedBy: string
  cannotShow: string
  /** MITRE ATLAS technique ids. */
  techniques: string[]
  errorRate: string
}

/** What a signal may read besides the sketches and sentences of the prompts; it is gathered for those that ask for it. */
export type SharedReading = 'marks' | 'activity'

export type SignalDefinition = SignalText & {
  id: SignalId
  /** Columns of `markColumns`, or the table of `activity-facts.ts`. */
  reads?: readonly SharedReading[]
  /** Common among ordinary customers: it can support another signal, and stands with weight 0 in the triage order. */
  corroboratesOnly?: true
  /** The value itself is a comparison with all other accounts, so that traffic of others moves it. */
  comparesWithAll?: true
  compute(workspace: Workspace): Promise<SignalOutcome>
  /** SQL that lists `row_id` and `reason` of the rows that carry the signal, strongest first; values only as parameters. */
  rowsBehind(request: RowsBehindRequest): Statement
}
