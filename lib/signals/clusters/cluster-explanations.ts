/** The innocent explanations of a cluster, tested: each test of its accounts counted over all of them, and one of the cluster as a whole. */

import {
  type AccountCells,
  cannotSay,
  doesNotFit,
  type Fit,
  fits,
  percent,
  type TestOutcome,
} from '@/lib/signals/explanations/explanation-test'
import { type TestedExplanation, testedExplanations } from '@/lib/signals/explanations/explanation-tests'
import { linkedAccounts } from '@/lib/signals/linked-accounts'
import type { SignalDefinition } from '@/lib/signals/signal-definition'
import type { ClusterCells, ClusterSignalId } from './cluster-cell'
import { clusterSignalOf } from './cluster-signals'

/** More than this share of the accounts must agree before a test speaks for the cluster. */
const half = 0.5

/** Each explanation of a cluster with what the log says. `members` are the cells of its accounts; accounts without any are left out. */
export function clusterExplanations(members: AccountCells[], signals: ClusterCells | undefined): TestedExplanation[] {
  const counted = explanationsOfMembers(linkedAccounts, members)
  return signals ? [...counted, router(signals)] : counted
}

/** The explanations of one signal of accounts, each test counted over the members of a cluster. */
export function explanationsOfMembers(
  signal: Pick<SignalDefinition, 'id' | 'innocentExplanations'>,
  members: AccountCells[],
): TestedExplanation[] {
  const byTest = new Map<string, TestedExplanation[]>()
  for (const cells of members) {
    for (const tested of testedExplanations(signal, cells)) {
      const key = `${tested.name} ${tested.test?.id}`
      if (!byTest.get(key)?.push(tested)) byTest.set(key, [tested])
    }
  }
  return [...byTest.values()].flatMap((all) => (all[0] ? [{ ...all[0], outcome: overall(all) }] : []))
}

/** The explanations of one signal of a cluster as one; the log says nothing on those of which no test is made. */
export function explanationsAsOne(id: ClusterSignalId, cells: ClusterCells): TestedExplanation[] {
  return clusterSignalOf(id).innocentExplanations.map((explanation) =>
    id === 'failover' && explanation.name === 'reseller'
      ? router(cells)
      : { ...explanation, test: null, outcome: cannotSay('No test of it is made from a log.') },
  )
}

function overall(all: TestedExplanation[]): TestOutcome {
  const count = (fit: Fit) => all.filter(({ outcome }) => outcome.fit === fit).length
  const [yes, no] = [count('fits'), count('does not fit')]
  if (all[0]?.test === null) return cannotSay(all[0].outcome.because)
  const said = `Of its ${all.length} accounts it fits ${yes}, does not fit ${no}, and of ${all.length - yes - no} the log cannot say.`
  if (yes > half * all.length) return fits(said)
  return no > half * all.length ? doesNotFit(said) : cannotSay(said)
}

/** A router moves work after a fault as it does after a refusal; a pool behind a door moves it after refusals alone. */
function router({ failover }: ClusterCells): TestedExplanation {
  const named = clusterSignalOf('failover').innocentExplanations.find(({ name }) => name === 'reseller')
  return {
    ...{ name: 'reseller', how: named?.how ?? '' },
    test: {
      id: 'router',
      question: 'Does work move to another account after faults of the service as it does after refusals?',
      rule: 'It fits when the share of moves after faults is at least four fifths of that after refusals, and does not fit when it is at most half of it.',
    },
    outcome: movesAlike(failover.measures.moved_after_refusal ?? null, failover.measures.moved_after_fault ?? null),
  }
}

const [alike, unlike] = [0.8, 0.5]

function movesAlike(refused: number | null, failed: number | null): TestOutcome {
  if (refused === null || failed === null) {
    return cannotSay('The log has no refusals and faults of these accounts to compare.')
  }
  const said = `The next request is another account’s after ${percent(refused)} of refusals and ${percent(failed)} of faults.`
  if (failed >= alike * refused) return fits(said)
  return failed <= unlike * refused ? doesNotFit(said) : cannotSay(said)
}
