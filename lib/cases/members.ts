/** Who is in a case: members, owner, restriction, and administrators who let themselves in. */

import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, db, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { caseStanding } from '@/lib/review/standing'
import { whyNot } from './policy'

type OnCase = { number: string; reason: string }
type OnMember = OnCase & { personId: string }

/** Lets a person into the case; adding them twice changes nothing. */
export async function addMember(actor: PersonActor, { number, personId, reason }: OnMember): Promise<void> {
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'add-member', standing))
  await transact(actor, (door) => join(door, { caseId: standing.id, personId, reason }))
}

/** Takes a member out. The owner stays one. */
export async function removeMember(actor: PersonActor, { number, personId, reason }: OnMember): Promise<void> {
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'add-member', standing))
  if (personId === standing.ownerId)
    throw new AppError('forbidden', 'The owner stays a member. Give the case another owner first.')
  await transact(actor, async ({ tx, record }) => {
    const member = found(
      await tx.caseMember.findUnique({
        where: { caseId_personId: { caseId: standing.id, personId } },
        include: { person: true },
      }),
      'member',
    )
    await tx.caseMember.delete({ where: { caseId_personId: { caseId: standing.id, personId } } })
    record({ type: 'case.member-removed', caseId: standing.id, data: { personId, name: member.person.name, reason } })
  })
}

/** Gives the case to another analyst. */
export async function changeOwner(actor: PersonActor, { number, personId, reason }: OnMember): Promise<void> {
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'assign', standing))
  if (personId === standing.ownerId) throw new AppError('conflict', 'That person owns the case already.')
  await transact(actor, async (door) => {
    const people = await door.tx.person.findMany({
      where: { id: { in: [personId, standing.ownerId] } },
      select: { id: true, name: true, role: true, active: true },
    })
    const next = people.find(({ id }) => id === personId)
    if (!next?.active || next.role !== 'ANALYST')
      throw new AppError('invalid-input', 'Choose an active analyst as the new owner.')
    await join(door, { caseId: standing.id, personId, reason })
    await door.tx.case.update({ where: { id: standing.id }, data: { ownerId: personId, updatedAt: now() } })
    const from = people.find(({ id }) => id === standing.ownerId)?.name ?? ''
    door.record({ type: 'case.owner-changed', caseId: standing.id, data: { owner: { from, to: next.name }, reason } })
  })
}

/** Closes the case to everybody but its members; whoever restricts it becomes one. */
export async function restrictCase(actor: PersonActor, { number, reason }: OnCase): Promise<void> {
  await setRestricted(actor, { number, reason, restricted: true })
}

/** Opens a restricted case to its ordinary readers again. */
export async function unrestrictCase(actor: PersonActor, { number, reason }: OnCase): Promise<void> {
  await setRestricted(actor, { number, reason, restricted: false })
}

/** An administrator lets themselves into a case by its number, with a reason that the record keeps. */
export async function joinCase(actor: PersonActor, { number, reason }: OnCase): Promise<{ number: string }> {
  if (actor.role !== 'ADMIN')
    throw new AppError('forbidden', 'Only administrators add themselves to a case; ask its owner.')
  const { id } = found(await db.case.findUnique({ where: { number }, select: { id: true } }), 'case')
  await transact(actor, (door) => join(door, { caseId: id, personId: actor.id, reason }))
  return { number }
}

async function setRestricted(
  actor: PersonActor,
  { number, reason, restricted }: OnCase & { restricted: boolean },
): Promise<void> {
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'restrict', standing))
  if (standing.restricted === restricted) return
  await transact(actor, async (door) => {
    if (restricted) await join(door, { caseId: standing.id, personId: actor.id, reason })
    await door.tx.case.update({ where: { id: standing.id }, data: { restricted, updatedAt: now() } })
    door.record({ type: restricted ? 'case.restricted' : 'case.unrestricted', caseId: standing.id, data: { reason } })
  })
}

async function join(
  { tx, record }: Door,
  { caseId, personId, reason }: { caseId: string; personId: string; reason: string },
): Promise<void> {
  const person = found(
    await tx.person.findFirst({ where: { id: personId, active: true }, select: { name: true } }),
    'person',
  )
  await tx.caseMember.createMany({ data: { caseId, personId, addedAt: now() }, skipDuplicates: true })
  record({ type: 'case.member-added', caseId, data: { personId, name: person.name, reason } })
}
