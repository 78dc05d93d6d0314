import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { fileCase } from '@/lib/cases/commands'
import { systemActor } from '@/lib/platform/actor'
import { closeConnections, connections } from '@/lib/platform/connections'
import { db, transact } from '@/lib/platform/db'
import { somebody } from '@/tests/analysed-case'
import { asOwner, freshDatabase, useDatabase } from '@/tests/database'
import { toHex } from './hex'
import { verifyRecord } from './verify'

const actor = systemActor('Test')
const note = (personId: string) => ({ type: 'person.signed-out', caseId: null, data: { personId } }) as const

/** Does to the record what only somebody with the owner's rights could, past the triggers. */
async function tamper(sql: string): Promise<void> {
  const triggers = (verb: string) =>
    `ALTER TABLE event ${verb} TRIGGER USER; ALTER TABLE event_payload ${verb} TRIGGER USER;`
  await asOwner(
    `ALTER TABLE event_payload DROP CONSTRAINT IF EXISTS event_payload_seq_fkey; ${triggers('DISABLE')} ${sql}; ${triggers('ENABLE')}`,
  )
}

describe('the record', () => {
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c']) await transact(actor, async ({ record }) => record(note(id)))
  })

  it('refuses a change without an event, and writes nothing of it', async () => {
    const before = await db.person.count()
    const change = transact(actor, async ({ tx }) => {
      await tx.person.create({ data: { email: 'x@example.test', name: 'X', role: 'ADMIN', createdAt: new Date() } })
    })
    await expect(change).rejects.toThrow('without an event')
    expect(await db.person.count()).toBe(before)
  })

  it('loses events and change together when the work fails', async () => {
    const before = await db.event.count()
    const change = transact(actor, async ({ record }) => {
      record(note('lost'))
      throw new Error('half-way')
    })
    await expect(change).rejects.toThrow('half-way')
    expect(await db.event.count()).toBe(before)
  })

  it('stays one whole chain when many append at once', async () => {
    const before = await db.event.count()
    await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        transact(actor, async ({ record }) => [record(note(`${at}`)), record(note(`${at}b`))]),
      ),
    )
    const { count, broken } = await verifyRecord()
    expect(broken).toBeNull()
    expect(count).toBe(BigInt(before + 48))
  })

  it('joins a change within a change', async () => {
    const before = await db.event.count()
    await transact(actor, async ({ record }) => {
      record(note('outer'))
      await transact(actor, async ({ record: inner }) => inner(note('inner')))
    })
    expect(await db.event.count()).toBe(before + 2)
  })

  it('keeps who acted by value and from where', async () => {
    const analyst = { ...(await somebody('ANALYST')), address: '203.0.113.9' }
    await fileCase(analyst, { title: 'A case', severity: 'LOW', facts: '' })
    const event = await db.event.findFirstOrThrow({
      where: { type: 'case.filed', actorId: analyst.id },
      include: { payload: true },
    })
    expect(JSON.parse(event.payload?.text ?? '')).toMatchObject({
      actor: { name: analyst.name, role: 'ANALYST' },
      from: '203.0.113.9',
    })
  })

  it('cannot be written through the reading connections', async () => {
    await expect(db.$queryRaw`UPDATE person SET name = 'X' RETURNING id`).rejects.toThrow(/read-only/)
    expectTypeOf(db.person).not.toHaveProperty('create')
  })

  it.each([
    'UPDATE event SET type = type',
    'DELETE FROM event',
    'TRUNCATE event CASCADE',
    'UPDATE event_payload SET text = text',
    'DELETE FROM event_payload',
  ])('refuses %s to the application and to the owner', async (sql) => {
    await expect(connections().writer.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|only grows/)
    await expect(asOwner(sql)).rejects.toThrow(/only grows/)
  })
})

describe('a record that somebody changed', () => {
  beforeEach(async () => {
    await closeConnections()
    useDatabase(await freshDatabase())
    for (const id of ['a', 'b', 'c']) await transact(actor, async ({ record }) => record(note(id)))
  })

  it.each([
    ["UPDATE event SET type = 'person.signed-in' WHERE seq = 2", 2n, 'its header was changed'],
    ['UPDATE event_payload SET text = replace(text, \'"b"\', \'"z"\') WHERE seq = 2', 2n, 'its payload was changed'],
    ['DELETE FROM event_payload WHERE seq = 2', 2n, 'its payload is missing'],
    ['DELETE FROM event WHERE seq = 2', 3n, 'event 2 is missing'],
    ["UPDATE event SET prev_hash = '\\x00' WHERE seq = 3", 3n, 'it does not point to the event before it'],
  ])('names the first broken link after %s', async (sql, seq, why) => {
    await tamper(sql)
    expect((await verifyRecord()).broken).toEqual({ seq, why })
  })

  it('finds a cut tail by the head that was noted before', async () => {
    const { head } = await verifyRecord()
    if (!head) throw new Error('the record is empty')
    await tamper(`DELETE FROM event_payload WHERE seq = ${head.seq}; DELETE FROM event WHERE seq = ${head.seq}`)
    expect((await verifyRecord()).broken).toBeNull()
    expect((await verifyRecord({ expect: head })).broken?.why).toContain('its end was cut off')
  })

  it('finds a record that was written anew by a hash that was noted before', async () => {
    const event = await db.event.findFirstOrThrow({ where: { seq: 2n } })
    expect((await verifyRecord({ expect: { seq: 2n, hash: toHex(event.hash) } })).broken).toBeNull()
    expect((await verifyRecord({ expect: { seq: 2n, hash: '0'.repeat(64) } })).broken?.seq).toBe(2n)
  })
})
