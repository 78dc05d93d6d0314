/** The suspected violators of a case. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, type Tx, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found } from '@/lib/platform/policy'
import { mustBeAsSeen } from '@/lib/platform/seen'
import { materialChanged } from '@/lib/review/stale'
import type { SubjectKind } from '@/prisma/generated/enums'
import { editable } from './commands'
import { subjectFields } from './subject-fields'

type SubjectInput = { name: string; kind: SubjectKind; models: string[]; note: string }

/** Adds a suspected violator to the case. */
export async function addSubject(
  actor: PersonActor,
  { number, ...input }: SubjectInput & { number: string },
): Promise<{ number: string; subjectId: string }> {
  return transact(actor, async (door) => {
    const { id: caseId } = await editable(actor, door.tx, { number })
    const { id } = await door.tx.subject.create({ data: { caseId, ...input, createdAt: now() } })
    door.record({
      type: 'subject.added',
      caseId,
      data: { subjectId: id, name: input.name, kind: input.kind, models: input.models },
    })
    await edited(door, caseId, 'a subject was added')
    return { number, subjectId: id }
  })
}

/** Changes a subject's name, kind, models and note. `seen` is what the form was opened with, as `seenOf(subjectFields(…))` writes it. */
export async function changeSubject(
  actor: PersonActor,
  { subjectId, seen, ...input }: SubjectInput & { subjectId: string; seen: string },
): Promise<void> {
  await transact(actor, async (door) => {
    const subject = await editableSubject(actor, door.tx, subjectId)
    mustBeAsSeen(seen, subjectFields(subject))
    await door.tx.subject.update({ where: { id: subjectId }, data: input })
    const data = {
      subjectId,
      ...(subject.name !== input.name && { name: { from: subject.name, to: input.name } }),
      ...(subject.models.join('\n') !== input.models.join('\n') && {
        models: { from: subject.models, to: input.models },
      }),
      ...(subject.note !== input.note && { note: { from: subject.note, to: input.note } }),
    }
    door.record({ type: 'subject.changed', caseId: subject.caseId, data })
    await edited(door, subject.caseId, 'a subject was changed')
  })
}

/** Takes a subject out. One that still has accounts is refused, so that a list is never lost by one click. */
export async function removeSubject(actor: PersonActor, { subjectId }: { subjectId: string }): Promise<void> {
  await transact(actor, async (door) => {
    const subject = await editableSubject(actor, door.tx, subjectId)
    const accounts = await door.tx.subjectAccount.count({ where: { subjectId } })
    if (accounts > 0) throw new AppError('conflict', `This subject still has ${accounts} accounts. Remove them first.`)
    await door.tx.subject.delete({ where: { id: subjectId } })
    door.record({ type: 'subject.removed', caseId: subject.caseId, data: { subjectId, name: subject.name, accounts } })
    await edited(door, subject.caseId, 'a subject was removed')
  })
}

/** The subject when the actor may edit its case now, read while the case is held. */
export async function editableSubject(actor: PersonActor, tx: Tx, id: string) {
  const where = { id, case: within(actor) }
  const { caseId } = found(await tx.subject.findFirst({ where, select: { caseId: true } }), 'subject')
  await editable(actor, tx, { id: caseId })
  return found(await tx.subject.findFirst({ where }), 'subject')
}

/** Raises the edit version, so that other forms notice, and tells the approvals. */
export async function edited(door: Door, caseId: string, because: string): Promise<void> {
  await door.tx.case.update({ where: { id: caseId }, data: { editVersion: { increment: 1 } } })
  await materialChanged(door, caseId, because)
}
