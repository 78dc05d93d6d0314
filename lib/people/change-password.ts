/** A person's own change of password: only with the present one, with an event, and every other session of theirs ends. */

import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, touch, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { putAwayNotices } from './notices'
import { hashPassword, passwordMatches } from './password'
import { noSession } from './sign-in'
import { claimAttempt, forgetFailures } from './throttle'

/** Why this person's password cannot be changed here, or null. */
export async function whyNotChangePassword(actor: PersonActor): Promise<string | null> {
  const { demo } = found(await db.person.findUnique({ where: { id: actor.id } }), 'person')
  return demo ? 'The passwords of the demonstration are printed at each start, and stay as they are.' : null
}

/** Wrong guesses at the present password wait as wrong sign-ins do: whoever found an open browser has no more tries than others. */
export async function changePassword(
  actor: PersonActor,
  { present, password }: { present: string; password: string },
): Promise<void> {
  must(await whyNotChangePassword(actor))
  const { id: personId, email } = actor
  const attempt = { email, address: actor.address ?? 'unknown' }
  await claimAttempt(attempt)
  const { passwordHash: stored } = found(await db.person.findUnique({ where: { id: personId } }), 'person')
  if (!(await passwordMatches(stored, present)))
    throw new AppError('forbidden', 'That is not your present password. Nothing was changed; enter it again.')
  await forgetFailures(email, attempt.address)
  const passwordHash = await hashPassword(password)
  await transact(actor, async ({ tx, record }) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, passwordHash: stored },
      data: { passwordHash },
    })
    if (count === 0) throw new AppError('conflict', 'Your password was changed meanwhile. Sign in again.')
    record({ type: 'person.password-set', caseId: null, data: { personId, email } })
  })
  await endOtherSessions(actor)
  // Here it is no news; at the next sign-in, and in the record, it is.
  await putAwayNotices(actor)
}

async function endOtherSessions({ id: personId, sessionId }: PersonActor): Promise<void> {
  await touch(({ session }) =>
    session.updateMany({
      where: { personId, endedAt: null, id: { not: sessionId ?? noSession } },
      data: { endedAt: now() },
    }),
  )
}
