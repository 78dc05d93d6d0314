/** The lead's side: carrying out an approved action, closing, reopening; and privileged notes of legal reviewers. */

import { whyNot } from '@/lib/cases/policy'
import { toHex } from '@/lib/custody/hex'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { must } from '@/lib/platform/policy'
import { lapse } from './decisions'
import { snapshotOf } from './snapshot'
import { caseStanding } from './standing'
import { transition } from './transition'

/** Marks what a placeholder in a notice looks like: `{{name}}`, `[NAME]` or `____`. */
const placeholder = /\{\{[^}]*\}\}|\[[A-Z][A-Z _-]+\]|_{3,}/

/** Carries out the approved action. The approval must be of the case as it is now, and the notice without open placeholders. */
export async function actOnCase(
  actor: PersonActor,
  { number, action, notice }: { number: string; action: string; notice: string },
): Promise<void> {
  const open = placeholder.exec(notice)
  if (open) throw new AppError('invalid-input', `The notice still has the placeholder “${open[0]}”. Fill it in first.`)
  await transition(actor, 'act', number, async ({ tx, record }, { id }) => {
    const { hash } = await snapshotOf(tx, id)
    const stale = await tx.review.findFirst({
      where: { caseId: id, decision: 'APPROVE', staleAt: null, NOT: { snapshotHash: hash } },
    })
    if (stale)
      throw new AppError(
        'conflict',
        `The approval is of another state of this case (${toHex(stale.snapshotHash).slice(0, 8)}…). It has to be reviewed again.`,
      )
    record({ type: 'case.actioned', caseId: id, data: { action, notice } })
    return {}
  })
}

/** Closes an actioned case. */
export async function closeCase(
  actor: PersonActor,
  { number, outcome, note }: { number: string; outcome: string; note: string },
): Promise<void> {
  await transition(actor, 'close', number, async ({ record }, { id }) => {
    record({ type: 'case.closed', caseId: id, data: { outcome, note } })
    return { outcome, outcomeNote: note }
  })
}

/** Opens a dismissed or closed case for review again. */
export async function reopenCase(
  actor: PersonActor,
  { number, reason }: { number: string; reason: string },
): Promise<void> {
  const { state } = await caseStanding(actor, { number })
  await transition(actor, state === 'CLOSED' ? 'reopen-closed' : 'reopen-dismissed', number, async (door, { id }) => {
    await lapse(door, id, 'the case was reopened')
    door.record({ type: 'case.reopened', caseId: id, data: { reason } })
    return { reviewerId: null, outcome: null, outcomeNote: null, submittedAt: now() }
  })
}

/** Writes a privileged note: only legal reviewers read it, no export can, and the record holds only that it was written. */
export async function writeNote(actor: PersonActor, { number, text }: { number: string; text: string }): Promise<void> {
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'write-note', standing))
  await transact(actor, async ({ tx, record }) => {
    const { id } = await tx.privilegedNote.create({
      data: { caseId: standing.id, authorId: actor.id, text, writtenAt: now() },
    })
    record({ type: 'note.written', caseId: standing.id, data: { noteId: id, characters: text.length } })
  })
}
