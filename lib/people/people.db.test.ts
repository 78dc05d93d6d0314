import { afterEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '@/lib/platform/actor'
import { holdClock, now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { somebody } from '@/tests/analysed-case'
import { changePassword } from './change-password'
import { changeRole, deactivatePerson, unlockPerson } from './commands'
import { acceptInvitation, invitePerson, reissueLink } from './invitations'
import { accessNotices, people } from './queries'
import { refusalMilliseconds, signIn, signOutEverywhere } from './sign-in'
import { delayAfter } from './throttle'

const password = 'four unrelated words here'
const address = '203.0.113.5'
const tokenOf = ({ link }: { link: string }) => link.split('/').at(-1) as string
let counter = 0

async function invited(admin: PersonActor, role: PersonActor['role'] = 'ANALYST') {
  const email = `new-${++counter}@example.test`
  const issued = await invitePerson(admin, { email, name: `New ${counter}`, role })
  return { email, token: tokenOf(issued), id: (await db.person.findUniqueOrThrow({ where: { email } })).id }
}

async function accepted(admin: PersonActor, role?: PersonActor['role']) {
  const person = await invited(admin, role)
  await acceptInvitation({ token: person.token, password, address })
  return person
}

const enter = (email: string, given = password) => signIn({ email, password: given, address, client: 'test' })
const later = (milliseconds: number) => holdClock(new Date(now().getTime() + milliseconds))

afterEach(() => holdClock(null))

describe('an invitation', () => {
  it('lets a person choose a password once', async () => {
    const admin = await somebody('ADMIN')
    const { email, token } = await invited(admin)
    await expect(enter(email)).rejects.toThrow(/do not go together/)
    await acceptInvitation({ token, password, address })
    await expect(acceptInvitation({ token, password: 'another password', address })).rejects.toThrow(/has been used/)
    expect((await enter(email)).sessionId).toBeTruthy()
  })

  it('ends after 48 hours, and when a newer one is issued', async () => {
    const admin = await somebody('ADMIN')
    const first = await invited(admin)
    const second = tokenOf(await reissueLink(admin, { personId: first.id }))
    await expect(acceptInvitation({ token: first.token, password, address })).rejects.toThrow(/replaced by a newer one/)
    later(48 * 3_600_000 + 1)
    await expect(acceptInvitation({ token: second, password, address })).rejects.toThrow(/has expired/)
  })

  it('keeps only a hash of its token', async () => {
    const { token, id } = await invited(await somebody('ADMIN'))
    const stored = await db.invitation.findMany({ where: { personId: id } })
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('is issued by administrators alone', async () => {
    await expect(
      invitePerson(await somebody('LEAD'), { email: 'x@example.test', name: 'X', role: 'ADMIN' }),
    ).rejects.toThrow(/Only an administrator/)
  })
})

describe('a reset by an administrator', () => {
  it('ends the person’s sessions when used, and they are told at the next sign-in', async () => {
    const admin = await somebody('ADMIN')
    const { email, id } = await accepted(admin)
    const before = await enter(email)
    const token = tokenOf(await reissueLink(admin, { personId: id }))
    await acceptInvitation({ token, password: 'a wholly new password', address })
    expect((await db.session.findUniqueOrThrow({ where: { id: before.sessionId } })).endedAt).not.toBeNull()
    const { sessionId } = await enter(email, 'a wholly new password')
    const actor: PersonActor = { kind: 'person', id, name: '', email, role: 'ANALYST', sessionId, address }
    expect((await accessNotices(actor)).map(({ type }) => type)).toContain('person.reset-issued')
  })
})

describe('signing in', () => {
  it('waits longer after each failure, also for e-mails that nobody has, and is unlocked by an administrator', async () => {
    const admin = await somebody('ADMIN')
    const { email, id } = await accepted(admin)
    holdClock(new Date())
    for (const who of [email, 'nobody@example.test']) {
      for (let attempt = 0; attempt < 3; attempt++)
        await expect(enter(who, 'wrong')).rejects.toThrow(/do not go together/)
      await expect(enter(who, 'wrong')).rejects.toThrow(/Try again in 2 seconds/)
      later(2000)
      await expect(enter(who, 'wrong')).rejects.toThrow(/do not go together/)
      await expect(enter(who)).rejects.toThrow(/Try again in 4 seconds/)
    }
    await unlockPerson(admin, { personId: id })
    expect((await enter(email)).personId).toBe(id)
  })

  it('lets attempts of the same moment not share one right to try', async () => {
    const { email } = await accepted(await somebody('ADMIN'))
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => enter(email, 'wrong')))
    const tried = answers.filter(
      (answer) => answer.status === 'rejected' && /do not go together/.test(String(answer.reason)),
    )
    expect(tried.length).toBeLessThanOrEqual(3)
  })

  it('takes as long to refuse somebody as nobody', async () => {
    const { email } = await accepted(await somebody('ADMIN'))
    for (const who of [email, 'no-one@example.test']) {
      const started = performance.now()
      await expect(enter(who, 'wrong')).rejects.toThrow(/do not go together/)
      expect(performance.now() - started).toBeGreaterThanOrEqual(refusalMilliseconds - 1)
    }
  })

  it('delays by 2, 4, 8 … seconds up to 15 minutes', () => {
    expect([0, 2, 3, 4, 5, 40].map(delayAfter)).toEqual([0, 0, 2, 4, 8, 900])
  })

  it('is refused to the deactivated with the same sentence, and recorded', async () => {
    const admin = await somebody('ADMIN')
    const { email, id } = await accepted(admin)
    await deactivatePerson(admin, { personId: id })
    await expect(enter(email)).rejects.toThrow(/do not go together/)
    expect(
      await db.event.count({ where: { type: 'person.sign-in-refused', payload: { text: { contains: id } } } }),
    ).toBe(1)
  })
})

describe('roles and sessions', () => {
  it('let nobody change their own role or end their own access', async () => {
    const admin = await somebody('ADMIN')
    await expect(changeRole(admin, { personId: admin.id, role: 'LEGAL' })).rejects.toThrow(/own role/)
    await expect(deactivatePerson(admin, { personId: admin.id })).rejects.toThrow(/themselves/)
  })

  it('end a person’s sessions when the role changes, and all of one’s own on request', async () => {
    const admin = await somebody('ADMIN')
    const { email, id } = await accepted(admin)
    await enter(email)
    await changeRole(admin, { personId: id, role: 'LEGAL' })
    expect(await db.session.count({ where: { personId: id, endedAt: null } })).toBe(0)
    await enter(email)
    const { sessionId } = await enter(email)
    await signOutEverywhere({ kind: 'person', id, name: '', email, role: 'LEGAL', sessionId, address })
    expect(await db.session.count({ where: { personId: id, endedAt: null } })).toBe(0)
  })

  it('are listed for administrators and auditors alone', async () => {
    expect((await people(await somebody('AUDITOR'))).length).toBeGreaterThan(0)
    await expect(people(await somebody('LEGAL'))).rejects.toThrow(/administrators and auditors/)
  })
})

describe('changing one’s own password', () => {
  const chosen = 'five other words for it'

  async function signedIn() {
    const { id, email } = await accepted(await somebody('ADMIN'))
    const { sessionId } = await enter(email)
    const actor: PersonActor = { kind: 'person', id, name: 'New', email, role: 'ANALYST', sessionId, address }
    return { email, id, actor }
  }

  it('wants the present one, ends the other sessions, and is in the record', async () => {
    const { email, id, actor } = await signedIn()
    const { sessionId: other } = await enter(email)
    const before = await db.event.count({ where: { type: 'person.password-set', actorId: id } })
    await changePassword(actor, { present: password, password: chosen })
    const open = await db.session.findMany({ where: { personId: id, endedAt: null } })
    expect(open.map((session) => session.id)).toEqual([actor.sessionId])
    expect(open.map((session) => session.id)).not.toContain(other)
    await expect(enter(email)).rejects.toThrow(/do not go together/)
    expect((await enter(email, chosen)).sessionId).toBeTruthy()
    expect(await db.event.count({ where: { type: 'person.password-set', actorId: id } })).toBe(before + 1)
  })

  it('is not open to guessing', async () => {
    const { actor } = await signedIn()
    const guess = () => changePassword(actor, { present: 'not the one at all', password: chosen })
    for (let i = 0; i < 3; i += 1) await expect(guess()).rejects.toThrow(/not your present password/)
    await expect(changePassword(actor, { present: password, password: chosen })).rejects.toMatchObject({
      code: 'limit-exceeded',
    })
  })
})
