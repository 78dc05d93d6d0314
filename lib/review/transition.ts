/** The one way in which a case changes state: its row held, the rule asked again inside the transaction, an event recorded. */

import { type CaseStanding, whyNot } from '@/lib/cases/policy'
import { type Move, moves } from '@/lib/cases/states'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, db, transact } from '@/lib/platform/db'
import { found, must } from '@/lib/platform/policy'
import type { Prisma } from '@/prisma/generated/client'
import { lockCase } from './stale'
import { caseStanding } from './standing'

export type Standing = CaseStanding & { id: string; number: string; editVersion: number }
type Change = Prisma.CaseUncheckedUpdateInput

/**
 * Makes `move` on the case of this number. `work` records the event and answers what else changes; it may answer another `state`
 * where a move can end elsewhere. Throws the rule's sentence when the move is not open to the actor.
 */
export async function transition(
  actor: PersonActor,
  move: Move,
  number: string,
  work: (door: Door, standing: Standing) => Promise<Change>,
): Promise<void> {
  const { id } = found(
    await db.case.findFirst({ where: { AND: [within(actor), { number }] }, select: { id: true } }),
    'case',
  )
  await transact(actor, async (door) => {
    await lockCase(door.tx, id)
    const standing = await caseStanding(actor, { id }, door.tx)
    must(whyNot(actor, move, standing))
    const change = await work(door, standing)
    await door.tx.case.update({ where: { id }, data: { state: moves[move].to, updatedAt: now(), ...change } })
  })
}
