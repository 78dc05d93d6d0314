/** Tests whether an account runs the same set of prompts again and again, as an evaluation does. */

import {
  type AccountCells,
  cannotSay,
  doesNotFit,
  type ExplanationTest,
  fits,
  measureOf,
  percent,
} from './explanation-test'

const [often, seldom] = [0.5, 0.05]
const fewestPrompts = 50
const fewestDays = 3

function test(cells: AccountCells) {
  const returning = measureOf(cells, 'near-duplicate-free', 'returning_share')
  const prompts = measureOf(cells, 'near-duplicate-free', 'prompts') ?? 0
  const days = measureOf(cells, 'volume', 'active_days') ?? 0
  if (returning === null) return cannotSay('The log has no prompts, or no times, of this account.')
  if (prompts < fewestPrompts || days < fewestDays) {
    return cannotSay(`${prompts} prompts on ${days} days are too few to see whether any come back.`)
  }
  const found = `${percent(returning)} of its prompts were sent on two days or more`
  if (returning >= often) return fits(`${found}, as those of a fixed test set are.`)
  if (returning <= seldom) return doesNotFit(`${found}; those of a fixed test set would be.`)
  return cannotSay(`${found}.`)
}

export const fixedTestSet: ExplanationTest = {
  id: 'fixed-test-set',
  reads: [['near-duplicate-free', 'returning_share']],
  explanation: 'evaluation harness',
  of: [
    'volume',
    'templates',
    'reasoning-elicitation',
    'limit-riding',
    'credential-fan-out',
    'repeat-sampling',
    'new-model-pivot',
    'rubric-grading',
    'training-format',
    'capability-breadth',
    'system-prompt-fixity',
    'relay',
    'technique-probing',
    'identity-probes',
  ],
  question: 'Do the same prompts come back on other days?',
  rule:
    `Fits when ${percent(often)} of its prompts or more were sent, word for word, on two days or more; does not fit at ${percent(seldom)} or less. ` +
    `Needs ${fewestPrompts} prompts on ${fewestDays} days.`,
  test,
}
