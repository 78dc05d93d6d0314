/** A case that lacks nothing for submission, with the people who bring it further. */

import { addAccounts } from '@/lib/cases/accounts'
import { fileCase } from '@/lib/cases/commands'
import { explanationIds } from '@/lib/cases/innocent-explanations'
import { addSubject } from '@/lib/cases/subjects'
import { cite } from '@/lib/claims/citations'
import { answerExplanation, makeClaim } from '@/lib/claims/commands'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { approveCase, takeReview } from '@/lib/review/decisions'
import { presentSnapshot } from '@/lib/review/queries'
import { submitCase } from '@/lib/review/submission'
import { sealedItem, somebody } from './analysed-case'
import { someClause } from './some-clause'

type Cast = Record<'analyst' | 'legal' | 'secondLegal' | 'lead', PersonActor>

export type ReadyCase = { people: Cast; number: string; id: string; evidenceId: string; claimId: string }

/** A draft of the analyst's with a subject, one sealed document, one claim that cites it, and every explanation answered. */
export async function readyCase(severity: 'MEDIUM' | 'HIGH' = 'MEDIUM'): Promise<ReadyCase> {
  const people = await cast()
  const { analyst, legal } = people
  const { number } = await fileCase(analyst, { title: 'Example Labs', severity, facts: 'Somebody did something.' })
  const { id } = await db.case.findUniqueOrThrow({ where: { number } })
  await suspect(analyst, number)
  const evidence = await sealedItem(
    { caseId: id, addedBy: analyst },
    { kind: 'DOCUMENT', name: 'invoice.pdf', bytes: `invoice of ${number}` },
  )
  const { claimId } = await makeClaim(analyst, {
    ...{ number, clauseId: await someClause(legal, number), statement: 'They trained on output.' },
    ...{ conductFrom: new Date('2026-02-01'), conductUntil: new Date('2026-03-01') },
  })
  await cite(analyst, { claimId, element: 0, evidenceId: evidence.id, rowIds: [], note: '' })
  for (const explanation of explanationIds)
    await answerExplanation(analyst, { number, explanation, verdict: 'RULED_OUT', answer: 'Checked.' })
  return { people, number, id, evidenceId: evidence.id, claimId }
}

/** The same after a reviewer approved it. */
export async function approvedCase(): Promise<ReadyCase> {
  const made = await readyCase()
  const { people, number } = made
  await submitCase(people.analyst, { number })
  await takeReview(people.legal, { number })
  await approveCase(people.legal, { number, snapshot: await hashFor(people.legal, number) })
  return made
}

/** Where the case stands now. */
export async function stateOf(number: string) {
  return (await db.case.findUniqueOrThrow({ where: { number } })).state
}

/** The hash of the case as `actor` sees it now. */
export async function hashFor(actor: PersonActor, number: string): Promise<string> {
  return (await presentSnapshot(actor, number)).hash
}

async function cast(): Promise<Cast> {
  const [analyst, legal, secondLegal, lead] = await Promise.all([
    somebody('ANALYST'),
    somebody('LEGAL'),
    somebody('LEGAL'),
    somebody('LEAD'),
  ])
  return { analyst, legal, secondLegal, lead }
}

async function suspect(analyst: PersonActor, number: string): Promise<void> {
  const subject = { name: 'Example Labs', kind: 'ORGANISATION' as const, models: [], note: '' }
  const { subjectId } = await addSubject(analyst, { number, ...subject })
  const accounts = { identifiers: 'acct_1\nacct_2', kind: 'ACCOUNT' as const, reason: 'Invoices' }
  await addAccounts(analyst, { subjectId, ...accounts, confidence: 'CONFIRMED' })
}
