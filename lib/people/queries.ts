/** Reads about people. */

import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { must } from '@/lib/platform/policy'
import type { Role } from '@/prisma/generated/enums'
import { hashToken } from './one-time-token'
import { whyNot } from './policy'
import { noSession } from './sign-in'

/** Everybody, with whether they have accepted, whether they are locked out now, and how many sessions are open. */
export async function people(actor: PersonActor) {
  must(whyNot(actor, 'see-people'))
  const rows = await db.person.findMany({
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      active: true,
      demo: true,
      createdAt: true,
      passwordHash: true,
      _count: { select: { sessions: { where: { endedAt: null } } } },
    },
  })
  const locked = await db.signInThrottle.findMany({ where: { blockedUntil: { gt: now() } }, select: { email: true } })
  const lockedEmails = new Set(locked.map(({ email }) => email.toLowerCase()))
  return rows.map(({ passwordHash, _count, ...row }) => ({
    ...row,
    accepted: passwordHash !== null,
    locked: lockedEmails.has(row.email.toLowerCase()),
    openSessions: _count.sessions,
  }))
}

/** Active people of the given roles, for a choice of owner or member. */
export async function peopleByRole(_actor: PersonActor, wanted: Role[]) {
  return db.person.findMany({
    where: { active: true, role: { in: wanted } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, role: true },
  })
}

const aboutAccess = ['person.reset-issued', 'person.role-changed', 'person.unlocked', 'person.password-set']

/** What happened to the actor's own access since they last signed in before this session, until they put it away. */
export async function accessNotices(actor: PersonActor) {
  const session = await db.session.findUnique({
    where: { id: actor.sessionId ?? noSession },
    select: { noticesReadAt: true },
  })

  if (!session || session.noticesReadAt) return []
  const signIns = await db.event.findMany({
    where: { actorId: actor.id, type: 'person.signed-in' },
    orderBy: { seq: 'desc' },
    take: 2,
    select: { seq: true },
  })
  const events = await db.event.findMany({
    where: {
      type: { in: aboutAccess },
      seq: { gt: signIns[1]?.seq ?? 0n },
      payload: { text: { contains: `"personId":"${actor.id}"` } },
      NOT: { type: 'person.password-set', seq: { lt: signIns[1]?.seq ?? signIns[0]?.seq ?? 0n } },
    },
    orderBy: { seq: 'asc' },
    select: { seq: true, at: true, type: true, actor: { select: { name: true } } },
  })
  return events.map(({ seq, ...event }) => ({ ...event, seq: Number(seq) }))
}

/** True while nobody can sign in at all. */
export async function firstAdministratorWanted(): Promise<boolean> {
  return (await db.person.count()) === 0
}

/** The invitation behind a token while it can be used, with its person; null otherwise. Looking does not use it up. */
export async function openInvitation(token: string) {
  return db.invitation.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: now() },
      person: { active: true },
    },
    include: { person: { select: { id: true, name: true, email: true, role: true } } },
  })
}

export type PersonRow = Awaited<ReturnType<typeof people>>[number]
