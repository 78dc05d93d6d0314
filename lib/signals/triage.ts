/** The triage order: a stated weighted sum that says what to look at first. It ranks; it does not convict. */

import type { LinkedCluster } from './clusters/account-clusters'
import { fewTexts, fullConduct, inTheOpen, networkStrength, sameScript } from './clusters/network-strength'
import type { SignalCell } from './log-analysis'
import type { SignalId } from './signal-definition'

export const triageName = 'uncalibrated v2'

/**
 * Weight of each signal in the score. A signal that corroborates only carries 0, and so do those for which nothing was
 * measured yet that would give them a weight.
 */
export const triageWeights: Record<SignalId, number> = {
  volume: 0.5,
  rhythm: 0.5,
  templates: 0.5,
  'reasoning-elicitation': 2.5,
  'response-chaining': 1.5,
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

/** A network of this many accounts counts in full. */
const fullNetwork = 50

/** From this share of an account's prompts a signal of shares counts in full, however rare it is among its peers. */
const fullShare = 0.1

/**
 * The default threshold: an account is worth looking at from this score on. Chosen, not fitted: one kind of conduct alone does not
 * reach it however strong it is; a network of thirty with one script and even work does, whatever else it does.
 */
export const flaggedFrom = 3

export const triageDefinition =
  'Conduct is the sum of weight × z ÷ (z + 3.5) × extent, for z above 0, over volume, rhythm and templates (0.5 each), response ' +
  'chaining (1.5) and reasoning elicitation (2.5); every other signal has weight 0 and is shown beside. The extent is 1, for reasoning ' +
  'elicitation the lower end of the interval of its share ÷ 0.1 and for response chaining the share of prompts that are a whole ' +
  'earlier response ÷ 0.1, at most 1: where hardly anybody does a thing, doing it once is no conduct. A member of a cluster of ' +
  `k accounts adds 4 × ln k ÷ ln ${fullNetwork}, at most 4, × the strength of the network: its mean conduct ÷ ${fullConduct}, or ${sameScript} when most ` +
  'of its accounts send one script and up to 0.5 more when their volumes are alike as where work is dealt out, whichever is more, ' +
  `at most 1; × ${inTheOpen} when nearly all share one e-mail domain and one payment or network; × ${fewTexts} when all that they ` +
  'share are two prompts. ' +
  `A cell without a z-score adds nothing. From ${flaggedFrom} on an account is worth looking at. Uncalibrated v2: the weights are chosen, not fitted to labelled cases.`

/** Signals that were left out of an analysis have no cell. */
type Cells = Partial<Record<SignalId, SignalCell>>

/** The score of every account. */
export function triageScores(cells: Map<string, Cells>, clusters: LinkedCluster[]): Map<string, number> {
  const scores = new Map([...cells].map(([account, signals]) => [account, conduct(signals)]))
  const requestsOf = (account: string) => cells.get(account)?.volume?.measures.requests ?? 0
  const allRequests = [...cells.keys()].map(requestsOf)
  for (const cluster of clusters) {
    const { accounts } = cluster
    const size = Math.min(1, Math.log(accounts.length) / Math.log(fullNetwork))
    const facts = { conduct: accounts.map((account) => scores.get(account) ?? 0), requests: accounts.map(requestsOf) }
    const added = triageWeights['linked-accounts'] * size * networkStrength(cluster, { ...facts, allRequests })
    for (const account of accounts) scores.set(account, (scores.get(account) ?? 0) + added)
  }
  return scores
}

function conduct(signals: Cells): number {
  let sum = 0
  for (const [id, cell] of Object.entries(signals)) {
    if (id === 'linked-accounts' || cell.z === null || cell.z <= 0) continue
    sum += (triageWeights[id as SignalId] * cell.z * extent(id, cell)) / (cell.z + 3.5)
  }
  return sum
}

/** The measure by which the extent of a signal is told; of the others being unusual is enough. */
const extentMeasure: Record<string, string> = {
  'reasoning-elicitation': 'interval_low',
  'response-chaining': 'whole_response_share',
}

function extent(id: string, { measures }: SignalCell): number {
  const name = extentMeasure[id]
  return name ? Math.min(1, (measures[name] ?? 0) / fullShare) : 1
}
