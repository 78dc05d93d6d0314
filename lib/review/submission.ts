/** The owner's side of review: submitting, withdrawing, and answering a request for changes. */

import { toHex } from '@/lib/custody/hex'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import type { Door } from '@/lib/platform/db'
import { snapshotOf } from './snapshot'
import { transition } from './transition'

/** Hands the case to legal review and keeps the snapshot of what was submitted. */
export async function submitCase(actor: PersonActor, { number }: { number: string }): Promise<void> {
  await transition(actor, 'submit', number, async (door, { id }) => {
    const snapshot = await keepSnapshot(door, actor, id)
    door.record({ type: 'case.submitted', caseId: id, data: { snapshot } })
    return { submittedAt: now(), reviewerId: null }
  })
}

/** Takes a submitted case back into draft. */
export async function withdrawCase(
  actor: PersonActor,
  { number, reason }: { number: string; reason: string },
): Promise<void> {
  await transition(actor, 'withdraw', number, async ({ record }, { id }) => {
    record({ type: 'case.withdrawn', caseId: id, data: { reason } })
    return { submittedAt: null }
  })
}

/** Gives a case with the requested changes back to its reviewer. */
export async function resubmitCase(actor: PersonActor, { number }: { number: string }): Promise<void> {
  await transition(actor, 'resubmit', number, async (door, { id }) => {
    const snapshot = await keepSnapshot(door, actor, id)
    door.record({ type: 'case.resubmitted', caseId: id, data: { snapshot } })
    return {}
  })
}

/** Stores the present snapshot unless the latest one says the same; answers its hash in hex. */
export async function keepSnapshot({ tx }: Door, actor: PersonActor, caseId: string): Promise<string> {
  const { text, hash } = await snapshotOf(tx, caseId)
  const latest = await tx.snapshot.findFirst({
    where: { caseId },
    orderBy: { takenAt: 'desc' },
    select: { hash: true },
  })
  if (!latest || toHex(latest.hash) !== toHex(hash))
    await tx.snapshot.create({ data: { caseId, text, hash, takenById: actor.id, takenAt: now() } })
  return toHex(hash)
}
