/** The signals of this version, in the order of the matrix; `linked-accounts` uses what `templates` found. */

import { addressFanIn } from './address-fan-in'
import { capabilityBreadth } from './capability-breadth'
import { capabilityFocus } from './capability-focus'
import { corpusWalk } from './corpus-walk'
import { creationBatch } from './creation-batch'
import { credentialFanOut } from './credential-fan-out'
import { distributionShift } from './distribution-shift'
import { fixedSampling } from './fixed-sampling'
import { identityProbes } from './identity-probes'
import { limitRiding } from './limit-riding'
import { linkedAccounts } from './linked-accounts'
import { nearDuplicateFree } from './near-duplicate-free'
import { newModelPivot } from './new-model-pivot'
import { noRamp } from './no-ramp'
import { originMasking } from './origin-masking'
import { outputHeavy } from './output-heavy'
import { reasoningElicitation } from './reasoning-elicitation'
import { relay } from './relay'
import { repeatSampling } from './repeat-sampling'
import { responseChaining } from './response-chaining'
import { rhythm } from './rhythm'
import { rubricGrading } from './rubric-grading'
import type { SignalDefinition, SignalId } from './signal-definition'
import { systemPromptFixity } from './system-prompt-fixity'
import { techniqueProbing } from './technique-probing'
import { templates } from './templates'
import { trainingFormat } from './training-format'
import { volume } from './volume'

export const signals: SignalDefinition[] = [
  volume,
  rhythm,
  templates,
  reasoningElicitation,
  responseChaining,
  linkedAccounts,
  noRamp,
  credentialFanOut,
  addressFanIn,
  limitRiding,
  newModelPivot,
  originMasking,
  creationBatch,
  repeatSampling,
  fixedSampling,
  outputHeavy,
  nearDuplicateFree,
  corpusWalk,
  rubricGrading,
  trainingFormat,
  identityProbes,
  capabilityFocus,
  capabilityBreadth,
  distributionShift,
  systemPromptFixity,
  relay,
  techniqueProbing,
]

/** The definition of a signal by its id. */
export function signalOf(id: SignalId): SignalDefinition | undefined {
  return signals.find((signal) => signal.id === id)
}
