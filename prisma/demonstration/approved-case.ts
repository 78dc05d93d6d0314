/** A finished case: approved by a reviewer and carried out by a lead, so that a summary can be handed out. */

import { db } from '@/lib/platform/db'
import { approveCase, takeReview } from '@/lib/review/decisions'
import { actOnCase } from '@/lib/review/outcome'
import { presentSnapshot } from '@/lib/review/queries'
import { submitCase } from '@/lib/review/submission'
import { type Answers, accountsOnce, answersOnce, claimOnce, subjectOnce } from './claims'
import { comparedOnce } from './comparison'
import type { Cast } from './people'
import { caseOnce, type SeededCase } from './steps'
import type { DemoClauses } from './terms'

const title = 'Model outputs resold as training data (synthetic)'
const facts = `In August 2026 a broker, Quarry Data, offered a data set of question-and-answer pairs “from a leading assistant”. A buyer showed us a sample. Its answers are output of our model orion-2, as the timestamps in our own records confirm.

Quarry Data has three accounts with us, opened in the same week of June 2026. A model that a customer of theirs published ranks our model first among the candidates. All of this is synthetic.`
const notice =
  'Dear Quarry Data, under clause 4.2 of our Business terms of use your access ends on 1 October 2026. You may answer within thirty days; the clause, the conduct and the exhibits are in the attached summary.'

const subject = {
  name: 'Quarry Data (synthetic)',
  models: ['marlin-9b (synthetic)'],
  note: 'A broker of training data.',
}
const accounts = ['acct_quarry_01', 'acct_quarry_02', 'acct_quarry_03']
const whyTheirs = 'Named on the invoices that the buyer showed us.'

const conduct = {
  from: '2026-06-08',
  until: '2026-08-20',
  statement:
    'Quarry Data collected output of orion-2 and sold it as training data; a model trained by its customer resembles orion-2 more than the control models do.',
}
const answers: Answers = {
  reseller: {
    verdict: 'NOT_APPLICABLE',
    answer: 'The accounts were used by the broker itself; its contract allows no resale.',
  },
  'academic-research': { verdict: 'RULED_OUT', answer: 'The data set was offered for sale.' },
  'shared-egress': { verdict: 'NOT_APPLICABLE', answer: 'The case does not rest on addresses.' },
  'evaluation-harness': { verdict: 'RULED_OUT', answer: 'The offered pairs are ordinary questions without scoring.' },
  'benchmark-overlap': {
    verdict: 'RULED_OUT',
    answer: 'The sample was compared with the public sets that we hold; nothing matched.',
  },
  'common-ancestry': {
    verdict: 'NOT_RULED_OUT',
    answer: 'The base of the suspect model is not known; the finding is used as corroboration only.',
  },
}

/** Files, argues, approves and carries out the case; goes on where an earlier run stopped. */
export async function seedApprovedCase(people: Cast, clauses: DemoClauses): Promise<void> {
  const theCase = await caseOnce(people.secondAnalyst, { title, severity: 'MEDIUM', facts })
  const stateNow = async () =>
    (await db.case.findUniqueOrThrow({ where: { id: theCase.id }, select: { state: true } })).state
  const { number } = theCase
  if ((await stateNow()) === 'DRAFT') await argue(people, theCase, clauses)
  if ((await stateNow()) === 'SUBMITTED') await takeReview(people.legal, { number })
  if ((await stateNow()) === 'IN_REVIEW') {
    const { hash } = await presentSnapshot(people.legal, number)
    await approveCase(people.legal, { number, snapshot: hash })
  }
  if ((await stateNow()) === 'APPROVED') await actOnCase(people.lead, { number, action: 'end-access', notice })
}

async function argue({ secondAnalyst: analyst }: Cast, theCase: SeededCase, clauses: DemoClauses): Promise<void> {
  const subjectId = await subjectOnce(analyst, theCase, subject)
  await accountsOnce(analyst, subjectId, accounts, whyTheirs)
  const findingId = await comparedOnce(analyst, theCase, 11)
  await claimOnce(analyst, theCase, { clauseId: clauses.competingModel, ...conduct }, [
    { element: 0, findingId, note: 'Likeness of the outputs; ranks, does not weigh' },
    { element: 1, findingId, note: 'Telling passages side by side' },
  ])
  await answersOnce(analyst, theCase, answers)
  await submitCase(analyst, { number: theCase.number })
}
