import { AsyncResource } from 'node:async_hooks'
import { expect, it } from 'vitest'
import { addMember } from '@/lib/cases/members'
import { db, transact } from '@/lib/platform/db'
import { draftCase, somebody } from '@/tests/analysed-case'
import { lockCase } from './stale'

/** Outside of whatever change is under way. */
const elsewhere = AsyncResource.bind(<T>(work: () => Promise<T>): Promise<T> => work())

it('lets others record what they did to a case that is held, so that nobody waits in a circle', async () => {
  const { owner, number, id } = await draftCase()
  const guest = await somebody('LEGAL')
  await transact(owner, async ({ tx, record }) => {
    await lockCase(tx, id)
    record({ type: 'case.restricted', caseId: id, data: { reason: 'held' } })
    await elsewhere(() => addMember(owner, { number, personId: guest.id, reason: 'meanwhile' }))
  })
  const events = await db.event.findMany({ where: { caseId: id }, orderBy: { seq: 'desc' }, take: 2 })
  expect(events.map(({ type }) => type)).toEqual(['case.restricted', 'case.member-added'])
})
