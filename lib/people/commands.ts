/** Changes to people by administrators, and the first administrator of all. */

import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import type { Role } from '@/prisma/generated/enums'
import { hashPassword } from './password'
import { whyNot } from './policy'
import { firstAdministratorWanted } from './queries'
import { endSessions } from './sign-in'
import { forgetFailures } from './throttle'

/** Gives a person another role and ends their sessions. */
export async function changeRole(
  actor: PersonActor,
  { personId, role }: { personId: string; role: Role },
): Promise<void> {
  must(whyNot(actor, 'change-role', { id: personId }))
  const person = await personOf(personId)
  if (person.role === role) return
  await transact(actor, async ({ tx, record }) => {
    await tx.person.update({ where: { id: personId }, data: { role } })
    record({
      type: 'person.role-changed',
      caseId: null,
      data: { personId, name: person.name, role: { from: person.role, to: role } },
    })
  })
  await endSessions(personId)
}

/** Ends a person's access; what they did stays. */
export async function deactivatePerson(actor: PersonActor, { personId }: { personId: string }): Promise<void> {
  must(whyNot(actor, 'deactivate', { id: personId }))
  await setActive(actor, personId, false)
  await endSessions(personId)
}

/** Gives access back. */
export async function reactivatePerson(actor: PersonActor, { personId }: { personId: string }): Promise<void> {
  must(whyNot(actor, 'deactivate', { id: personId }))
  await setActive(actor, personId, true)
}

/** Forgets a person's failed sign-ins, so that they can try at once. */
export async function unlockPerson(actor: PersonActor, { personId }: { personId: string }): Promise<void> {
  must(whyNot(actor, 'unlock', { id: personId }))
  const { email } = await personOf(personId)
  await transact(actor, async ({ record }) =>
    record({ type: 'person.unlocked', caseId: null, data: { personId, email } }),
  )
  await forgetFailures(email)
}

type First = { token: string; email: string; name: string; password: string }

/** Makes the first administrator of an installation without people, by the one-time token in the data folder. */
export async function createFirstAdministrator({ token, email, name, password }: First): Promise<void> {
  if (!(await firstAdministratorWanted()))
    throw new AppError('conflict', 'This installation already has people. Sign in instead.')
  const expected = Buffer.from(
    (await readFile(join(env.home, 'first-administrator-token'), 'utf8').catch(() => '')).trim(),
  )
  const given = Buffer.from(token.trim())
  if (expected.length === 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new AppError(
      'forbidden',
      'That is not the token that was printed at the start. Copy it again from the terminal.',
    )
  }
  const passwordHash = await hashPassword(password)
  await transact(systemActor('First start'), async ({ tx, record }) => {
    if ((await tx.person.count()) > 0)
      throw new AppError('conflict', 'This installation already has people. Sign in instead.')
    const person = await tx.person.create({ data: { email, name, role: 'ADMIN', passwordHash, createdAt: now() } })
    record({ type: 'person.invited', caseId: null, data: { personId: person.id, email, name, role: 'ADMIN' } })
  })
}

async function setActive(actor: PersonActor, personId: string, active: boolean): Promise<void> {
  const person = await personOf(personId)
  if (person.active === active) return
  await transact(actor, async ({ tx, record }) => {
    await tx.person.update({ where: { id: personId }, data: { active } })
    record({
      type: active ? 'person.reactivated' : 'person.deactivated',
      caseId: null,
      data: { personId, name: person.name },
    })
  })
}

async function personOf(id: string) {
  return found(await db.person.findUnique({ where: { id } }), 'person')
}
