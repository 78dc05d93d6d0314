/** Claims, citations and answers of a demonstration case, each made once. */

import { addAccounts } from '@/lib/cases/accounts'
import { type ExplanationId, innocentExplanations } from '@/lib/cases/innocent-explanations'
import { addMember } from '@/lib/cases/members'
import { addSubject } from '@/lib/cases/subjects'
import { cite } from '@/lib/claims/citations'
import { answerExplanation, makeClaim } from '@/lib/claims/commands'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { ExplanationVerdict } from '@/prisma/generated/enums'
import type { SeededCase } from './steps'

type Subject = { name: string; models: string[]; note: string }

/** The subject of this name. */
export async function subjectOnce(
  actor: PersonActor,
  { id: caseId, number }: SeededCase,
  input: Subject,
): Promise<string> {
  const known = await db.subject.findFirst({ where: { caseId, name: input.name }, select: { id: true } })
  return known?.id ?? (await addSubject(actor, { number, kind: 'ORGANISATION', ...input })).subjectId
}

/** Gives a subject its accounts while it has none. */
export async function accountsOnce(
  actor: PersonActor,
  subjectId: string,
  accounts: string[],
  reason: string,
): Promise<void> {
  if (accounts.length === 0 || (await db.subjectAccount.count({ where: { subjectId } })) > 0) return
  await addAccounts(actor, {
    subjectId,
    identifiers: accounts.join('\n'),
    kind: 'ACCOUNT',
    reason,
    confidence: 'PROBABLE',
  })
}

type Claimed = { clauseId: string; statement: string; from: string; until: string }
export type Target = {
  element?: number
  findingId?: string
  evidenceId?: string
  datasetId?: string
  rowIds?: string[]
  note: string
}

/** The claim on this clause with its citations. */
export async function claimOnce(
  actor: PersonActor,
  { id: caseId, number }: SeededCase,
  claim: Claimed,
  targets: Target[],
): Promise<void> {
  const { clauseId, statement } = claim
  const known = await db.claim.findFirst({ where: { caseId, clauseId }, select: { id: true } })
  const conduct = { conductFrom: new Date(claim.from), conductUntil: new Date(claim.until) }
  const claimId = known?.id ?? (await makeClaim(actor, { number, clauseId, statement, ...conduct })).claimId
  const done = await db.citation.count({ where: { claimId } })
  for (const target of targets.slice(done)) await cite(actor, { claimId, rowIds: [], ...target })
}

export type Answers = Record<ExplanationId, { verdict: ExplanationVerdict; answer: string }>

/** Answers what is not answered yet. */
export async function answersOnce(
  actor: PersonActor,
  { id: caseId, number }: SeededCase,
  answers: Partial<Answers>,
): Promise<void> {
  const done = await db.explanationAnswer.findMany({ where: { caseId }, select: { explanation: true } })
  for (const { id } of innocentExplanations) {
    const given = answers[id]
    if (!given || done.some(({ explanation }) => explanation === id)) continue
    await answerExplanation(actor, { number, explanation: id, ...given })
  }
}

/** Lets a colleague in. */
export async function memberOnce(
  actor: PersonActor,
  { id: caseId, number }: SeededCase,
  personId: string,
): Promise<void> {
  const known = await db.caseMember.findUnique({ where: { caseId_personId: { caseId, personId } } })
  if (!known) await addMember(actor, { number, personId, reason: 'Works on the log' })
}
