/** Tests whether probing stayed probing, as research does, or went on to send what it had found. */

import { type AccountCells, cannotSay, doesNotFit, type ExplanationTest, fits, measureOf } from './explanation-test'

const [little, much] = [3, 100]

function test(cells: AccountCells) {
  const growth = cells['technique-probing']?.value ?? null
  const sessions = measureOf(cells, 'technique-probing', 'sessions')
  if (growth === null || !sessions) return cannotSay('No session of probing was found.')
  const found = `After ${sessions} session${sessions === 1 ? '' : 's'} of probing a wording was sent ${growth.toFixed(1)} times as often as in the session`
  if (growth < little) return fits(`${found}: what was found was not put to use in this log.`)
  if (growth > much) return doesNotFit(`${found}; a study has no need of that.`)
  return cannotSay(`${found}.`)
}

export const researchEnds: ExplanationTest = {
  id: 'research-ends',
  reads: [['technique-probing', 'sessions']],
  explanation: 'academic research',
  of: ['technique-probing'],
  question: 'Was what the probing found put to use?',
  rule: `Fits when no wording of a session of probing was sent more than ${little} times as often after it; does not fit above ${much} times.`,
  test,
}
