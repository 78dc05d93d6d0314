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
  const at = (name: string) => measureOf(cells, 'address-fan-in', name)
  const others = cells['address-fan-in']?.value ?? 0
  const [near, colleagues, client] = [
    at('others_on_network'),
    at('network_others_with_domain'),
    at('others_with_client'),
  ]
  if (near === null || near < fewestOthers) return cannotSay('Hardly anybody shares a network with it.')
  const found = [
    colleagues === null
      ? null
      : `Of ${near} other accounts on its busiest network at most ${colleagues} have its e-mail domain.`,
    client === null || others === 0 ? null : `Of ${others} on its busiest address at most ${client} use its client.`,
  ]
    .filter(Boolean)
    .join(' ')
  if (found === '') return cannotSay('The log names neither clients nor e-mail domains.')
  if (colleagues !== null && colleagues >= half * near) return fits(`${found} One organisation would look so.`)
  if (client === null || others < fewestOthers) return cannotSay(found)
  if (client <= half * others) return fits(`${found} Strangers behind one address would look so.`)
  const isOneTool = client >= nearlyAll * others && (colleagues ?? 0) <= hardly * near
  return isOneTool ? doesNotFit(`${found} One tool, and no organisation in common.`) : cannotSay(found)
}

export const sharedAddress: ExplanationTest = {
  id: 'shared-address',
  reads: [
    ['address-fan-in', 'network_others_with_domain'],
    ['address-fan-in', 'others_with_client'],
  ],
  explanation: 'shared egress IP',
  of: ['address-fan-in', 'linked-accounts'],
  question: 'Are the accounts around it unlike each other, or of one organisation?',
  rule:
    'Fits when half of the other accounts on its busiest network have its e-mail domain, or at most half of those on its busiest ' +
    `address use its client; does not fit when ${percent(nearlyAll)} or more use its client and at most ${percent(hardly)} have its domain. ` +
    `Needs ${fewestOthers} other accounts.`,
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
  reads: [
    ['creation-batch', 'same_domain'],
    ['creation-batch', 'domain_accounts'],
  ],
  explanation: 'academic research',
  of: ['creation-batch'],
  question: 'Do those who signed up with it share an e-mail domain of their own?',
  rule:
    'Fits when half of the others or more have its e-mail domain, and half of that domain’s accounts are among them; does not fit ' +
    `when at most ${percent(hardly)} have it. Needs ${fewestOthers} others.`,
  test: atSignUp,
}
