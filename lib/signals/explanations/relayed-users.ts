/** Tests whether an account's requests look like those of many different callers, as a reseller's or a gateway's do. */

import { type AccountCells, cannotSay, doesNotFit, type ExplanationTest, fits, measureOf } from './explanation-test'

const [many, one] = [6, 1.5]
const fewestPrompts = 50

function test(cells: AccountCells) {
  const kinds = cells.relay?.value ?? null
  const prompts = measureOf(cells, 'relay', 'prompts') ?? 0
  if (kinds === null || prompts < fewestPrompts)
    return cannotSay('Its prompts are too few to see how many kinds of callers there are.')
  const found = `Its requests are as diverse as ${kinds.toFixed(1)} equal kinds of callers, by language, program and system prompt`
  if (kinds >= many) return fits(`${found}.`)
  if (kinds <= one) return doesNotFit(`${found}; those of many customers mostly differ.`)
  return cannotSay(`${found}.`)
}

export const relayedUsers: ExplanationTest = {
  id: 'relayed-users',
  reads: [['relay', 'prompts']],
  explanation: 'reseller',
  of: ['volume', 'rhythm', 'no-ramp', 'near-duplicate-free', 'capability-breadth', 'identity-probes', 'relay'],
  question: 'Do many kinds of callers speak through it?',
  rule:
    `Fits when its requests are as diverse as ${many} equal kinds or more (language, program, system prompt); does not fit at ${one} or fewer. ` +
    `Needs ${fewestPrompts} prompts. A campaign behind a relay fits too.`,
  test,
}
