/** Tests whether the accounts around one belong to an organisation, or to people who have nothing in common but the place. */

import {
  type AccountCells,
  cannotSay,
  doesNotFit,
  type ExplanationTest,
  fits,
  measureOf,
  percent,
  type TestOutcome,
} from './explanation-test'

const [half, nearlyAll, hardly] = [0.5, 0.9, 0.1]
const fewestOthers = 2

function atAddress(cells: AccountCells): TestOutcome {
  const others = cells['address-fan-in']?.value ?? null
  if (others === null || others < fewestOthers) return cannotSay('Hardly anybody shares an address with it.')
  const client = measureOf(cells, 'address-fan-in', 'others_with_client')
  const domain = measureOf(cells, 'address-fan-in', 'others_with_domain')
  if (client === null && domain === null) return cannotSay('The log names neither clients nor e-mail domains.')
  const found = `Of ${others} other accounts on its busiest address at most ${[
    client === null ? null : `${client} use its client`,
    domain === null ? null : `${domain} have its e-mail domain`,
  ]
    .filter(Boolean)
    .join(' and ')}.`
  if (domain !== null && domain >= half * others) return fits(`${found} One organisation would look so.`)
  if (client !== null && client <= half * others) return fits(`${found} Strangers behind one address would look so.`)
  if (client !== null && client >= nearlyAll * others && (domain ?? 0) <= hardly * others) {
    return doesNotFit(`${found} One tool, and no organisation in common.`)
  }
  return cannotSay(found)
}

export const sharedAddress: ExplanationTest = {
  id: 'shared-address',
  explanation: 'shared egress IP',
  of: ['address-fan-in', 'linked-accounts'],
  question: 'Are the accounts on its address unlike each other, or of one organisation?',
  rule:
    `Fits when half of the other accounts on the address have its e-mail domain, or at most half use its client; does not fit when ` +
    `${percent(nearlyAll)} or more use its client and at most ${percent(hardly)} have its domain. Needs ${fewestOthers} other accounts.`,
  test: atAddress,
}

function atSignUp(cells: AccountCells): TestOutcome {
  const others = cells['creation-batch']?.value ?? null
  const same = measureOf(cells, 'creation-batch', 'same_domain')
  const everywhere = measureOf(cells, 'creation-batch', 'domain_accounts')
  if (others === null || others < fewestOthers) return cannotSay('Hardly anybody signed up at its time.')
  if (same === null || everywhere === null) return cannotSay('The log names no e-mail domains.')
  const found = `${same} of ${others} others have its e-mail domain, which ${everywhere} accounts of the log have.`
  if (same >= half * others && same + 1 >= half * everywhere)
    return fits(`${found} A class or a company would look so.`)
  if (same <= hardly * others) return doesNotFit(`${found} A class or a company would share one.`)
  return cannotSay(found)
}

export const signedUpTogether: ExplanationTest = {
  id: 'signed-up-together',
  explanation: 'academic research',
  of: ['creation-batch'],
  question: 'Do those who signed up with it share an e-mail domain of their own?',
  rule:
    'Fits when half of the others or more have its e-mail domain, and half of that domain’s accounts are among them; does not fit ' +
    `when at most ${percent(hardly)} have it. Needs ${fewestOthers} others.`,
  test: atSignUp,
}
