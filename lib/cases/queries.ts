/** Reads of one case, each within the actor's scope. */

import { z } from 'zod'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found } from '@/lib/platform/policy'
import { asWritten } from '@/lib/platform/search-text'
import type { Prisma } from '@/prisma/generated/client'

const person = { select: { id: true, name: true, role: true } } as const

const head = {
  id: true,
  number: true,
  title: true,
  facts: true,
  state: true,
  severity: true,
  restricted: true,
  stale: true,
  editVersion: true,
  filerId: true,
  ownerId: true,
  reviewerId: true,
  submittedAt: true,
  outcome: true,
  outcomeNote: true,
  createdAt: true,
  updatedAt: true,
  filer: person,
  owner: person,
  reviewer: person,
} as const satisfies Prisma.CaseSelect

/** The case of this number, or not found. */
export async function caseHead(actor: PersonActor, number: string) {
  return found(await db.case.findFirst({ where: { AND: [within(actor), { number }] }, select: head }), 'case')
}

export type CaseHead = Awaited<ReturnType<typeof caseHead>>

/** People who can see an ordinary analyst's case because they were added. */
export async function caseMembers(actor: PersonActor, caseId: string) {
  return db.caseMember.findMany({
    where: { caseId, case: within(actor) },
    orderBy: { addedAt: 'asc' },
    select: { addedAt: true, person },
  })
}

/** Subjects with the number of their accounts. */
export async function caseSubjects(actor: PersonActor, caseId: string) {
  return db.subject.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      kind: true,
      models: true,
      note: true,
      createdAt: true,
      _count: { select: { accounts: true } },
    },
  })
}

export type CaseSubject = Awaited<ReturnType<typeof caseSubjects>>[number]

/** One subject of a case, or not found. */
export async function caseSubject(actor: PersonActor, { number, subjectId }: { number: string; subjectId: string }) {
  const subject = await db.subject.findFirst({
    where: { id: identifierOf(subjectId, 'subject'), case: { AND: [within(actor), { number }] } },
    select: { id: true, name: true, kind: true, models: true, note: true, _count: { select: { accounts: true } } },
  })
  return found(subject, 'subject')
}

const accountPageSize = 100
const isId = (text: string | undefined) => text !== undefined && z.uuid().safeParse(text).success

/** Accounts of a subject, one page by id, with where the next one starts. */
export async function subjectAccounts(
  actor: PersonActor,
  { subjectId, after, q }: { subjectId: string; after?: string; q?: string },
) {
  const rows = await db.subjectAccount.findMany({
    where: {
      subjectId,
      case: within(actor),
      ...(q && { identifier: { contains: asWritten(q), mode: 'insensitive' } }),
      ...(isId(after) && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: accountPageSize + 1,
    select: { id: true, subjectId: true, identifier: true, kind: true, confidence: true, reason: true, addedAt: true },
  })
  const page = rows.slice(0, accountPageSize)
  return { rows: page, after: rows.length > accountPageSize ? (page.at(-1)?.id ?? null) : null }
}

export type AccountPage = Awaited<ReturnType<typeof subjectAccounts>>

/** The answers to the innocent explanations. */
export async function explanationAnswers(actor: PersonActor, caseId: string) {
  return db.explanationAnswer.findMany({ where: { caseId, case: within(actor) }, orderBy: { explanation: 'asc' } })
}
