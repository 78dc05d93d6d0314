/** Single-use links by which a person chooses a password: 48 hours, kept only as a hash. */

import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, db, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { sendMail } from '@/lib/platform/mail'
import { found, must } from '@/lib/platform/policy'
import type { InvitationKind } from '@/prisma/generated/enums'
import { hashToken, newToken } from './one-time-token'
import { hashPassword } from './password'
import { whyNot } from './policy'
import { openInvitation } from './queries'
import { endSessions } from './sign-in'

const hoursValid = 48
const expired =
  'This link has been used, has expired, or was replaced by a newer one. Ask an administrator for a new one.'

export type IssuedLink = { link: string; mailed: boolean }

/** Adds a person who cannot sign in until they follow the link. */
export async function invitePerson(
  actor: PersonActor,
  input: { email: string; name: string; role: PersonActor['role'] },
): Promise<IssuedLink> {
  must(whyNot(actor, 'invite'))
  const token = newToken()
  await transact(actor, async (door) => {
    const taken = await door.tx.person.findUnique({ where: { email: input.email } })
    if (taken)
      throw new AppError('conflict', `${input.email} already belongs to ${taken.name}. Find them in the list below.`)
    const person = await door.tx.person.create({ data: { ...input, createdAt: now() } })
    await issue(door, { personId: person.id, kind: 'FIRST_PASSWORD', token })
    door.record({ type: 'person.invited', caseId: null, data: { personId: person.id, ...input } })
  })
  return deliver(input.email, token)
}

/** A fresh link: the first one again for somebody who never used theirs, a reset for everybody else, which they are told at sign-in. */
export async function reissueLink(actor: PersonActor, { personId }: { personId: string }): Promise<IssuedLink> {
  must(whyNot(actor, 'reset'))
  const person = found(await db.person.findUnique({ where: { id: personId } }), 'person')
  const token = newToken()
  const accepted = person.passwordHash !== null
  await transact(actor, async (door) => {
    await door.tx.invitation.updateMany({
      where: { personId, usedAt: null, revokedAt: null },
      data: { revokedAt: now() },
    })
    await issue(door, { personId, kind: accepted ? 'RESET' : 'FIRST_PASSWORD', token })
    door.record({
      type: accepted ? 'person.reset-issued' : 'person.invitation-reissued',
      caseId: null,
      data: { personId, email: person.email },
    })
  })
  return deliver(person.email, token)
}

/** Sets the password behind an unused link and ends that person's sessions. Following it twice is refused. */
export async function acceptInvitation({
  token,
  password,
  address,
}: {
  token: string
  password: string
  address: string | null
}): Promise<{ email: string }> {
  const passwordHash = await hashPassword(password)
  const invitation = await openInvitation(token)
  if (!invitation) throw new AppError('not-found', expired)
  const { person } = invitation
  const actor: PersonActor = {
    kind: 'person',
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    sessionId: null,
    address,
  }
  await transact(actor, async ({ tx, record }) => {
    const used = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null, revokedAt: null },
      data: { usedAt: now() },
    })
    if (used.count !== 1) throw new AppError('not-found', expired)
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } })
    record({ type: 'person.password-set', caseId: null, data: { personId: person.id, email: person.email } })
  })
  await endSessions(person.id)
  return { email: person.email }
}

async function issue(
  { tx }: Door,
  { personId, kind, token }: { personId: string; kind: InvitationKind; token: string },
): Promise<void> {
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + hoursValid * 3_600_000)
  await tx.invitation.create({ data: { personId, kind, tokenHash: hashToken(token), createdAt, expiresAt } })
}

async function deliver(email: string, token: string): Promise<IssuedLink> {
  const link = new URL(`/invitation/${token}`, env.baseUrl).href
  const text = `You can choose your password for Touchstone within ${hoursValid} hours:\n\n${link}\n`
  return { link, mailed: await sendMail({ to: email, subject: 'Your access to Touchstone', text }) }
}
