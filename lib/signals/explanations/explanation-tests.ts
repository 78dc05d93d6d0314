/** Every test of an innocent explanation, and what they find for one account and signal. */

import type { InnocentExplanation, SignalDefinition } from '@/lib/signals/signal-definition'
import { type AccountCells, cannotSay, type ExplanationTest, isOlderThan, type TestOutcome } from './explanation-test'
import { fixedTestSet } from './fixed-test-set'
import { manyUsers } from './many-users'
import { sharedAddress, signedUpTogether } from './one-organisation'
import { oneSchedule } from './one-schedule'
import { patientClient } from './patient-client'
import { publicInstruction } from './public-instruction'
import { relayedUsers } from './relayed-users'
import { researchEnds } from './research-ends'

export const explanationTests: ExplanationTest[] = [
  manyUsers,
  oneSchedule,
  fixedTestSet,
  sharedAddress,
  signedUpTogether,
  patientClient,
  relayedUsers,
  publicInstruction,
  researchEnds,
]

/** An explanation with a test of it; `test` is null when none can be made from a log. */
export type TestedExplanation = InnocentExplanation & {
  test: Pick<ExplanationTest, 'id' | 'question' | 'rule'> | null
  outcome: TestOutcome
}

const older = 'This analysis is of before what it reads was measured: measure the signals again.'

/** Each innocent explanation of `signal` with what its tests find for an account: one line a test, and one where there is none. */
export function testedExplanations(
  { id, innocentExplanations }: Pick<SignalDefinition, 'id' | 'innocentExplanations'>,
  cells: AccountCells,
): TestedExplanation[] {
  return innocentExplanations.flatMap((explanation): TestedExplanation[] => {
    const tests = explanationTests.filter((test) => test.explanation === explanation.name && test.of.includes(id))
    if (tests.length === 0)
      return [{ ...explanation, test: null, outcome: cannotSay('No test of it is made from a log.') }]
    return tests.map(({ test, id, question, rule, reads }) => ({
      ...explanation,
      test: { id, question, rule },
      outcome: isOlderThan({ reads }, cells) ? cannotSay(older) : test(cells),
    }))
  })
}
