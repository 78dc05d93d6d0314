/** Signing in and out: a session row per browser, an event for each, the same answer and time for unknown e-mails. */

import { setTimeout as wait } from 'node:timers/promises'
import type { PersonActor } from '@/lib/platform/actor'
import { systemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, touch, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { passwordMatches } from './password'
import { claimAttempt, forgetFailures } from './throttle'

/** The id that no session has, for an actor who came without one. */
export const noSession = '00000000-0000-0000-0000-000000000000'

/** No refusal is answered sooner: writing that a known person was refused takes time that an unknown e-mail does not. */
export const refusalMilliseconds = 300

type SignIn = { email: string; password: string; address: string | null; client: string | null }

/** The ids of the person and of the new session. Refuses with one sentence that does not tell which half was wrong. */
export async function signIn({
  email,
  password,
  address,
  client,
}: SignIn): Promise<{ personId: string; sessionId: string }> {
  const from = address ?? 'unknown'
  const started = performance.now()
  await claimAttempt({ email, address: from })
  const person = await db.person.findUnique({ where: { email } })
  const matches = await passwordMatches(person?.passwordHash ?? null, password)
  const reason = refusalOf(person, matches)
  if (!person || reason) {
    if (person) await recordRefusal(person, reason ?? 'wrong password', address)
    await wait(started + refusalMilliseconds - performance.now())
    throw new AppError('not-signed-in', 'That e-mail and password do not go together. Check both and try again.')
  }
  await forgetFailures(email, from)
  const actor: PersonActor = {
    kind: 'person',
    id: person.id,
    name: person.name,
    email,
    role: person.role,
    sessionId: null,
    address,
  }
  await transact(actor, async ({ record }) =>
    record({ type: 'person.signed-in', caseId: null, data: { personId: person.id, client } }),
  )
  const at = now()
  const session = await touch((tables) =>
    tables.session.create({ data: { personId: person.id, createdAt: at, lastSeenAt: at, address, client } }),
  )
  return { personId: person.id, sessionId: session.id }
}

/** Ends this browser's session. */
export async function signOut(actor: PersonActor): Promise<void> {
  await transact(actor, async ({ record }) =>
    record({ type: 'person.signed-out', caseId: null, data: { personId: actor.id } }),
  )
  await touch(({ session }) =>
    session.updateMany({ where: { id: actor.sessionId ?? noSession, personId: actor.id }, data: { endedAt: now() } }),
  )
}

/** Ends every session of the person, this one included. */
export async function signOutEverywhere(actor: PersonActor): Promise<void> {
  const sessions = await endSessions(actor.id)
  await transact(actor, async ({ record }) =>
    record({ type: 'person.signed-out-everywhere', caseId: null, data: { personId: actor.id, sessions } }),
  )
}

/** Ends all sessions of a person; the number that were open. */
export async function endSessions(personId: string): Promise<number> {
  const { count } = await touch(({ session }) =>
    session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now() } }),
  )
  return count
}

function refusalOf(person: { active: boolean; demo: boolean } | null, matches: boolean): string | null {
  if (!person || !matches) return 'wrong password'
  if (!person.active) return 'deactivated'
  if (person.demo && env.listensBeyondLoopback)
    return 'demonstration account on a server that listens beyond this machine'
  return null
}

async function recordRefusal(
  person: { id: string; email: string },
  reason: string,
  address: string | null,
): Promise<void> {
  const front = { ...systemActor('Sign-in'), address }
  await transact(front, async ({ record }) =>
    record({
      type: 'person.sign-in-refused',
      caseId: null,
      data: { personId: person.id, email: person.email, reason },
    }),
  )
}
