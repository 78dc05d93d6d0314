/** Tests whether an account's system prompt is that of a public tool: many send it who share no payment. */

import { type AccountCells, cannotSay, doesNotFit, type ExplanationTest, fits, measureOf } from './explanation-test'

const [crowd, alone] = [10, 1]
/** Of the accounts that send it, so many pay for themselves. */
const apart = 0.8

function test(cells: AccountCells) {
  const accounts = measureOf(cells, 'system-prompt-fixity', 'top_accounts')
  const payers = measureOf(cells, 'system-prompt-fixity', 'top_payers')
  if (accounts === null) return cannotSay('The log has no system prompt of this account.')
  const found = `Its commonest system prompt is sent by ${accounts} account${accounts === 1 ? '' : 's'}`
  if (accounts <= alone) return doesNotFit(`${found}; that of a public tool would be sent by others too.`)
  if (payers === null) return cannotSay(`${found}, and the log names no means of payment.`)
  const paid = `${found} with ${payers} means of payment`
  if (accounts >= crowd && payers >= apart * accounts) return fits(`${paid}.`)
  return cannotSay(`${paid}.`)
}

export const publicInstruction: ExplanationTest = {
  id: 'public-instruction',
  reads: [['system-prompt-fixity', 'top_accounts']],
  explanation: 'benchmark overlap',
  of: ['system-prompt-fixity'],
  question: 'Do many accounts that pay for themselves send the same instruction?',
  rule:
    `Fits when ${crowd} accounts or more send it and have means of payment for ${apart * 100} % of them; does not fit when it is the only one in the log. ` +
    'A campaign of accounts that each pay for themselves fits too.',
  test,
}
