/** Making, changing and removing claims, and answering innocent explanations; by the owner, while the case can be edited. */

import { editable } from '@/lib/cases/commands'
import { edited } from '@/lib/cases/subjects'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Tx, transact } from '@/lib/platform/db'
import { found } from '@/lib/platform/policy'
import { mustBeAsSeen } from '@/lib/platform/seen'
import type { ExplanationVerdict } from '@/prisma/generated/enums'
import { claimFields } from './claim-fields'

type Conduct = { clauseId: string; statement: string; conductFrom: Date; conductUntil: Date }

/** Adds a claim at the end. */
export async function makeClaim(
  actor: PersonActor,
  { number, ...conduct }: Conduct & { number: string },
): Promise<{ claimId: string }> {
  return transact(actor, async (door) => {
    const { tx, record } = door
    const { id: caseId } = await editable(actor, tx, { number })
    const clause = await clauseOf(tx, conduct.clauseId)
    const last = await tx.claim.aggregate({ where: { caseId }, _max: { position: true } })
    const { id } = await tx.claim.create({
      data: { caseId, ...conduct, position: (last._max.position ?? 0) + 1, createdAt: now() },
    })
    const { clauseId, statement } = conduct
    record({
      type: 'claim.made',
      caseId,
      data: {
        claimId: id,
        clauseId,
        clause: clause.number,
        statement,
        from: day(conduct.conductFrom),
        until: day(conduct.conductUntil),
      },
    })
    await edited(door, caseId, 'a claim was made')
    return { claimId: id }
  })
}

/**
 * Changes a claim's clause, statement and dates. Citations stay; one to an element that the new clause lacks becomes general.
 * `seen` is what the form was opened with, as `seenOf(claimFields(…))` writes it.
 */
export async function changeClaim(
  actor: PersonActor,
  { claimId, seen, ...conduct }: Conduct & { claimId: string; seen: string },
): Promise<void> {
  await transact(actor, async (door) => {
    const { tx, record } = door
    const claim = await editableClaim(actor, tx, claimId)
    mustBeAsSeen(seen, claimFields(claim))
    const clause = await clauseOf(tx, conduct.clauseId)
    await tx.claim.update({ where: { id: claimId }, data: conduct })
    await tx.citation.updateMany({
      where: { claimId, element: { gte: clause.elements.length } },
      data: { element: null },
    })
    const dates = {
      from: `${day(claim.conductFrom)}/${day(claim.conductUntil)}`,
      to: `${day(conduct.conductFrom)}/${day(conduct.conductUntil)}`,
    }
    const data = {
      claimId,
      ...(claim.statement !== conduct.statement && { statement: { from: claim.statement, to: conduct.statement } }),
      ...(claim.clauseId !== conduct.clauseId && { clause: { from: claim.clause.number, to: clause.number } }),
      ...(dates.from !== dates.to && { dates }),
    }
    record({ type: 'claim.changed', caseId: claim.caseId, data })
    await edited(door, claim.caseId, 'a claim was changed')
  })
}

/** Removes a claim with its citations; the record keeps its words. */
export async function removeClaim(actor: PersonActor, { claimId }: { claimId: string }): Promise<void> {
  await transact(actor, async (door) => {
    const claim = await editableClaim(actor, door.tx, claimId)
    await door.tx.citation.deleteMany({ where: { claimId } })
    await door.tx.claim.delete({ where: { id: claimId } })
    door.record({
      type: 'claim.removed',
      caseId: claim.caseId,
      data: { claimId, clause: claim.clause.number, statement: claim.statement },
    })
    await edited(door, claim.caseId, 'a claim was removed')
  })
}

type Answer = { number: string; explanation: string; verdict: ExplanationVerdict; answer: string }

/** Answers one innocent explanation, or answers it anew. */
export async function answerExplanation(
  actor: PersonActor,
  { number, explanation, verdict, answer }: Answer,
): Promise<void> {
  await transact(actor, async (door) => {
    const { id: caseId } = await editable(actor, door.tx, { number })
    const data = { verdict, answer, answeredAt: now() }
    await door.tx.explanationAnswer.upsert({
      where: { caseId_explanation: { caseId, explanation } },
      create: { caseId, explanation, ...data },
      update: data,
    })
    door.record({ type: 'explanation.answered', caseId, data: { explanation, verdict, answer } })
    await edited(door, caseId, 'an innocent explanation was answered')
  })
}

/** The claim when the actor may edit its case now, read while the case is held. */
export async function editableClaim(actor: PersonActor, tx: Tx, id: string) {
  const where = { id, case: within(actor) }
  const { caseId } = found(await tx.claim.findFirst({ where, select: { caseId: true } }), 'claim')
  await editable(actor, tx, { id: caseId })
  const clause = { include: { version: { include: { document: true } } } }
  return found(await tx.claim.findFirst({ where, include: { clause } }), 'claim')
}

async function clauseOf(tx: Tx, id: string) {
  return found(await tx.clause.findUnique({ where: { id }, select: { number: true, elements: true } }), 'clause')
}

const day = (date: Date): string => date.toISOString().slice(0, 10)
