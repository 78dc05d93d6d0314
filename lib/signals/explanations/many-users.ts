/** Tests whether many people's prompts come through one account, as with a reseller, a gateway or an application. */

import {
  type AccountCells,
  cannotSay,
  doesNotFit,
  type ExplanationTest,
  fits,
  measureOf,
  percent,
} from './explanation-test'

const [few, many] = [2, 10]
const [diverse, uniform] = [0.3, 0.6]

function test(cells: AccountCells) {
  const users = measureOf(cells, 'volume', 'end_users')
  const top = cells.templates?.value ?? null
  const named =
    users === null ? 'No end users are named' : `${users} end ${users === 1 ? 'user is' : 'users are'} named`
  const share = top === null ? null : `the most used template makes up ${percent(top)} of its prompts`
  if (users === null && share === null)
    return cannotSay('The log names no end users, and its prompts could not be grouped.')
  const found = `${[named, share].filter(Boolean).join(', and ')}.`
  if (users !== null && users >= many && (top ?? 0) < uniform) return fits(found)
  if (users !== null && users <= few && top !== null && top >= diverse) return doesNotFit(found)
  if (users === null && top !== null && top >= uniform) return doesNotFit(`${found} Customers do not write alike.`)
  return cannotSay(found)
}

export const manyUsers: ExplanationTest = {
  id: 'many-users',
  reads: [['volume', 'end_users']],
  explanation: 'reseller',
  of: [
    ...(['volume', 'rhythm', 'templates', 'no-ramp', 'credential-fan-out'] as const),
    ...(['origin-masking', 'limit-riding', 'response-chaining', 'near-duplicate-free'] as const),
  ],
  question: 'Do its prompts look as if many people wrote them?',
  rule:
    `Fits with ${many} end users or more and no template of ${percent(uniform)} of the prompts. Different prompts alone do not show many ` +
    `people: nearly every account has them. Does not fit with ${few} end users or fewer and a template of ${percent(diverse)} or more; where no user is named, ` +
    `with one of ${percent(uniform)} or more.`,
  test,
}
