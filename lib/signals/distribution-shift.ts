/** Not like ordinary use: how far the words of an account's prompts are from those of everybody else's. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, SignalDefinition, SignalOutcome } from './signal-definition'
import { peerGroupRule } from './statistics/peer-groups'
import { addSet, discrepancy, emptySet, promptPoints, without } from './texts/prompt-kernel'
import { type PromptWindow, promptWindows, windowPrompts } from './texts/prompt-windows'
import type { Workspace } from './workspace'

/** A window of fewer prompts is too small for a mean. */
const fewestPrompts = 12

async function compute(workspace: Workspace): Promise<SignalOutcome> {
  if (workspace.facts.filled.prompt === 0) return { computable: false, why: 'The log has no prompts.' }
  if (workspace.facts.accounts < 2)
    return { computable: false, why: 'The log has one account: there is nobody to compare it with.' }
  return { computable: true, accounts: measureAll(await promptWindows(workspace), workspace.seed) }
}

function measureAll(windows: PromptWindow[], seed: number): Measured[] {
  const add = promptPoints(
    windows.flatMap(({ prompts }) => prompts),
    seed,
  )
  const everybody = emptySet()
  const sets = windows.map(({ account, prompts }) => {
    const set = emptySet()
    for (const words of prompts) add(set, words)
    addSet(everybody, set)
    return { account, set }
  })
  const found = sets.map(({ account, set }) => {
    const others = without(everybody, set)
    const isMeasured = set.n >= fewestPrompts && others.n >= fewestPrompts
    return { account, n: set.n, value: isMeasured ? discrepancy(set, others) : null }
  })
  const ordered = Float64Array.from(found.flatMap(({ value }) => value ?? [])).sort()
  return found.map(({ account, n, value }) => {
    const p = value === null ? null : reached(ordered, value)
    const why = value === null ? `Too few data: ${n} prompts with words, at least ${fewestPrompts} are needed.` : null
    return { account, value, why, p, measures: { prompts: n, p_value: p } }
  })
}

/** The share of accounts whose discrepancy is as great: the p-value against windows of the other accounts. */
function reached(ordered: Float64Array, value: number): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return (ordered.length - low) / ordered.length
}

export const distributionShift: SignalDefinition = {
  id: 'distribution-shift',
  version: '1',
  title: 'Distribution shift',
  question: 'Are the words of this account’s prompts unlike those of everybody else’s?',
  definition:
    `Unbiased squared maximum mean discrepancy between a window of at most ${windowPrompts} prompts of the account and the windows of all other accounts together, with a ` +
    'Gaussian kernel over TF-IDF vectors of hashed words (128 random Fourier features); about 0 when both are drawn from the same. The window is chosen by a hash of text ' +
    `and time, for accounts with ${fewestPrompts} prompts that have words. The p-value is the share of accounts whose discrepancy is as great: no customer’s prompts are a draw from everybody’s, so that a ` +
    'null of prompts changing places would call every one shifted.',
  source:
    'arXiv 2606.05725 (MMD on embeddings, windows of a whole service); Gretton et al. 2012; Rahimi and Recht 2007.',
  needs: ['account_id', 'prompt'],
  peerGroup: peerGroupRule,
  value: { name: 'squared discrepancy from the prompts of the others', unit: 'MMD²' },
  measures: {
    prompts: 'prompts of the window that have words',
    p_value: 'share of accounts with as great a discrepancy; at least one in all accounts',
  },
  flag: 'Robust z of 3.5 or more, and false discovery rate (Benjamini–Hochberg) of 5 % or less. With p-values out of the same accounts hardly anybody reaches the second.',
  innocentExplanations: [
    { name: 'academic research', how: 'One task over and over has words of its own.' },
    { name: 'reseller', how: 'A product for one trade or language is unlike all others.' },
    { name: 'evaluation harness', how: 'A test suite asks what nobody else asks.' },
  ],
  rebuttedBy: 'A product, a task or a language that explains the words.',
  cannotShow:
    'Anything about intent: it finds what is rare and not what is wrong. It knows words and no meaning; a campaign under cover traffic is nearer to the others than a small honest task.',
  techniques: ['AML.T0024.002'],
  errorRate:
    'On generated logs it does not find campaigns (ROC AUC .30 and .63 for accounts); without the second condition it would flag a quarter of ordinary accounts.',
  corroboratesOnly: true,
  comparesWithAll: true,
  compute,
  rowsBehind: (request) =>
    firstRowsOf(request, {
      strength: 'length(assumeNotNull(prompt))',
      where: `prompt != ''`,
      reason: `concat('a prompt of ', toString(strength), ' bytes')`,
    }),
}
