/** Tests whether refusals come from an ordinary client library that waits longer each time. */

import {
  type AccountCells,
  cannotSay,
  doesNotFit,
  type ExplanationTest,
  fits,
  measureOf,
  percent,
} from './explanation-test'

const [mostly, hardly] = [0.5, 0.1]

function test(cells: AccountCells) {
  const doubling = measureOf(cells, 'limit-riding', 'doubling_share')
  if (doubling === null) return cannotSay('It was hardly ever refused three times in a row.')
  const found = `After refusals in a row, ${percent(doubling)} of its waits are about twice the wait before`
  if (doubling >= mostly) return fits(`${found}, as client libraries wait.`)
  if (doubling <= hardly) return doesNotFit(`${found}; client libraries wait longer each time.`)
  return cannotSay(`${found}.`)
}

export const patientClient: ExplanationTest = {
  id: 'patient-client',
  reads: [['limit-riding', 'doubling_share']],
  explanation: 'academic research',
  of: ['limit-riding'],
  question: 'Does it wait as an ordinary client library does?',
  rule: `Fits when ${percent(mostly)} or more of the waits between refusals in a row double; does not fit at ${percent(hardly)} or less.`,
  test,
}
