/** The triage order: a stated weighted sum that says what to look at first. It ranks; it does not convict. */

import type { LinkedCluster } from './account-clusters'
import type { SignalCell } from './log-analysis'
import type { SignalId } from './signal-definition'

export const triageName = 'uncalibrated v1'

/**
 * Weight of each signal in the score. A signal that corroborates only carries 0, and so do those for which nothing was
 * measured yet that would give them a weight.
 */
export const triageWeights: Record<SignalId, number> = {
  volume: 1,
  rhythm: 1,
  templates: 1,
  'reasoning-elicitation': 3,
  'response-chaining': 2,
  'linked-accounts': 4,
  'no-ramp': 0,
  'credential-fan-out': 0,
  'address-fan-in': 0,
  'limit-riding': 0,
  'new-model-pivot': 0,
  'origin-masking': 0,
  'creation-batch': 0,
  'repeat-sampling': 0,
  'fixed-sampling': 0,
  'output-heavy': 0,
  'near-duplicate-free': 0,
  'corpus-walk': 0,
  'rubric-grading': 0,
  'training-format': 0,
  'identity-probes': 0,
  'capability-focus': 0,
  'capability-breadth': 0,
  'distribution-shift': 0,
  'system-prompt-fixity': 0,
  relay: 0,
  'technique-probing': 0,
}

/** A network of this many accounts counts in full, and so does a mean conduct of its members of this much. */
const fullNetwork = 50
const fullConduct = 2

/** A public tool gives strangers the same words: a network tied by text alone counts by half. */
const textAlone = 0.5

export const triageDefinition =
  'Conduct is the sum of weight × z ÷ (z + 3.5), for z above 0, over volume, rhythm, templates (1 each), response chaining (2) ' +
  'and reasoning elicitation (3); every other signal has weight 0 and is shown beside. A member of a cluster of ' +
  `k accounts adds 4 × ln k ÷ ln ${fullNetwork} × the mean conduct of the cluster ÷ ${fullConduct}, each factor at most 1, and half of it when they share nothing but words: a network ` +
  'counts by its size and by what it does. A cell without a z-score adds nothing. Uncalibrated v1: the weights are chosen, ' +
  'not fitted to labelled cases.'

type Cells = Record<SignalId, SignalCell>

/** The score of every account. */
export function triageScores(cells: Map<string, Cells>, clusters: LinkedCluster[]): Map<string, number> {
  const scores = new Map([...cells].map(([account, signals]) => [account, conduct(signals)]))
  for (const { accounts, byTextAlone } of clusters) {
    const mean = accounts.reduce((sum, account) => sum + (scores.get(account) ?? 0), 0) / accounts.length
    const size = Math.min(1, Math.log(accounts.length) / Math.log(fullNetwork))
    const tied = byTextAlone ? textAlone : 1
    const added = triageWeights['linked-accounts'] * tied * size * Math.min(1, mean / fullConduct)
    for (const account of accounts) scores.set(account, (scores.get(account) ?? 0) + added)
  }
  return scores
}

function conduct(signals: Cells): number {
  let sum = 0
  for (const [id, { z }] of Object.entries(signals)) {
    if (id !== 'linked-accounts' && z !== null && z > 0) sum += (triageWeights[id as SignalId] * z) / (z + 3.5)
  }
  return sum
}
