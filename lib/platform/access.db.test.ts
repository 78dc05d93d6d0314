import { beforeAll, describe, expect, it } from 'vitest'
import { docket, reviewQueueLength } from '@/lib/cases/docket'
import { joinCase, restrictCase } from '@/lib/cases/members'
import { caseHead } from '@/lib/cases/queries'
import { caseFilter } from '@/lib/cases/schema'
import { recordedEvents } from '@/lib/custody/queries'
import { verifyRecord } from '@/lib/custody/verify'
import type { Role } from '@/prisma/generated/enums'
import { draftCase, somebody } from '@/tests/analysed-case'
import type { PersonActor } from './actor'
import { db } from './db'

const roles: Role[] = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR']
const seesOrdinary: Role[] = ['LEAD', 'LEGAL', 'MANAGER', 'AUDITOR']

let ordinary: Awaited<ReturnType<typeof draftCase>>
let restricted: Awaited<ReturnType<typeof draftCase>>
const strangers = new Map<Role, PersonActor>()
const stranger = (role: Role) => strangers.get(role) as PersonActor

beforeAll(async () => {
  ordinary = await draftCase()
  restricted = await draftCase()
  for (const role of roles) strangers.set(role, await somebody(role))
  await restrictCase(await somebody('LEAD'), { number: restricted.number, reason: 'A named person.' })
})

const listed = async (actor: PersonActor, q = '') =>
  (await docket(actor, caseFilter.parse({ q }))).rows.map(({ number }) => number)

describe.each(roles)('a %s who is no member', (role) => {
  const sees = seesOrdinary.includes(role)

  it(`${sees ? 'sees' : 'does not see'} an ordinary case in list, count, search and by address`, async () => {
    const actor = stranger(role)
    expect((await listed(actor)).includes(ordinary.number)).toBe(sees)
    expect((await listed(actor, ordinary.number)).includes(ordinary.number)).toBe(sees)
    expect((await docket(actor, caseFilter.parse({ q: ordinary.number }))).matches).toBe(sees ? 1 : 0)
    const head = caseHead(actor, ordinary.number)
    if (sees) expect((await head).number).toBe(ordinary.number)
    else await expect(head).rejects.toThrow(/no such case/)
  })

  it('does not see a restricted case anywhere', async () => {
    const actor = stranger(role)
    expect(await listed(actor)).not.toContain(restricted.number)
    expect((await docket(actor, caseFilter.parse({ q: restricted.number }))).matches).toBe(0)
    await expect(caseHead(actor, restricted.number)).rejects.toThrow(/no such case/)
    await expect(reviewQueueLength(actor)).resolves.toBe(0)
    const { events } = await recordedEvents(actor, {})
    expect(JSON.stringify(events)).not.toContain(restricted.number)
  })
})

describe('members', () => {
  it('see their case, restricted or not', async () => {
    expect((await caseHead(ordinary.owner, ordinary.number)).number).toBe(ordinary.number)
    expect((await caseHead(restricted.owner, restricted.number)).number).toBe(restricted.number)
  })

  it('are joined by an administrator only with an event', async () => {
    const admin = await somebody('ADMIN')
    await joinCase(admin, { number: restricted.number, reason: 'Asked by counsel.' })
    expect((await caseHead(admin, restricted.number)).number).toBe(restricted.number)
    expect(
      await db.event.count({ where: { caseId: restricted.id, type: 'case.member-added', actorId: admin.id } }),
    ).toBe(1)
  })
})

describe('the auditor', () => {
  it('sees that something happened in a restricted case, without number or payload, and can verify the chain', async () => {
    const { events } = await recordedEvents(stranger('AUDITOR'), { type: 'case.restricted' })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ withheld: true, caseNumber: null, payload: null })
    expect((await verifyRecord()).broken).toBeNull()
  })
})
