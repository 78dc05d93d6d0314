/** The triage order: a stated weighted sum that says what to look at first. It ranks; it does not convict. */

import type { SignalCell } from './log-analysis'
import type { SignalId } from './signal-definition'

export const triageName = 'uncalibrated v1'

/** Weight of each signal in the score; a signal that corroborates only would carry 0. */
export const triageWeights: Record<SignalId, number> = {
  volume: 1,
  rhythm: 1,
  templates: 2,
  'reasoning-elicitation': 3,
  'response-chaining': 2,
  'linked-accounts': 4,
}

export const triageDefinition =
  'Sum over signals of weight × z ÷ (z + 3.5) for z above 0; a cell without a z-score adds nothing. Uncalibrated v1: the ' +
  'weights are chosen, not fitted to labelled cases.'

/** The score of one account from its cells. */
export function triageScore(signals: Record<SignalId, SignalCell>): number {
  let score = 0
  for (const [id, { z }] of Object.entries(signals)) {
    if (z !== null && z > 0) score += (triageWeights[id as SignalId] * z) / (z + 3.5)
  }
  return score
}
