import { describe, expect, it } from 'vitest'
import { changeFacts } from '@/lib/cases/commands'
import { verifyRecord } from '@/lib/custody/verify'
import { db } from '@/lib/platform/db'
import { approvedCase, hashFor, readyCase, stateOf } from '@/tests/ready-case'
import { approveCase, dismissCase, releaseReview, requestChanges, takeReview } from './decisions'
import { actOnCase, closeCase, reopenCase } from './outcome'
import { presentSnapshot } from './queries'
import { resubmitCase, submitCase, withdrawCase } from './submission'

describe('the way of a case', () => {
  it('goes from draft to closed, an event for each step', async () => {
    const { people, number, id } = await approvedCase()
    await actOnCase(people.lead, { number, action: 'end-access', notice: 'Your access ends tomorrow at noon.' })
    await closeCase(people.lead, { number, outcome: 'access-ended', note: 'They did not answer.' })
    expect(await stateOf(number)).toBe('CLOSED')
    const events = await db.event.findMany({
      where: { caseId: id, type: { startsWith: 'case.' } },
      orderBy: { seq: 'asc' },
    })
    expect(events.map(({ type }) => type)).toEqual([
      'case.filed',
      'case.submitted',
      'case.review-started',
      'case.approval-given',
      'case.approved',
      'case.actioned',
      'case.closed',
    ])
    expect((await verifyRecord()).broken).toBeNull()
  })

  it('goes back to draft by withdrawal and to the queue by release', async () => {
    const { people, number } = await readyCase()
    await submitCase(people.analyst, { number })
    await withdrawCase(people.analyst, { number, reason: 'Something is missing.' })
    expect(await stateOf(number)).toBe('DRAFT')
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    await releaseReview(people.legal, { number })
    expect(await stateOf(number)).toBe('SUBMITTED')
  })

  it('shows the reviewer what changed when changes were made', async () => {
    const { people, number, id } = await readyCase()
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    await requestChanges(people.legal, { number, snapshot: await hashFor(people.legal, number), reason: 'Say more.' })
    const { editVersion } = await db.case.findUniqueOrThrow({ where: { id } })
    await changeFacts(people.analyst, {
      number,
      version: editVersion,
      title: 'Example Labs',
      severity: 'MEDIUM',
      facts: 'Somebody did something on a Monday.',
    })
    await resubmitCase(people.analyst, { number })
    const { changes } = await presentSnapshot(people.legal, number)
    expect(changes).toEqual([
      { where: 'What happened', before: 'Somebody did something.', after: 'Somebody did something on a Monday.' },
    ])
    await approveCase(people.legal, { number, snapshot: await hashFor(people.legal, number) })
    expect(await stateOf(number)).toBe('APPROVED')
  })

  it('is dismissed and reopened by a lead', async () => {
    const { people, number } = await readyCase()
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    await dismissCase(people.legal, {
      number,
      snapshot: await hashFor(people.legal, number),
      outcome: 'no-breach',
      reason: 'Permitted research.',
    })
    await reopenCase(people.lead, { number, reason: 'The permission was forged.' })
    expect(await stateOf(number)).toBe('IN_REVIEW')
  })

  it('refuses a notice with an open placeholder', async () => {
    const { people, number } = await approvedCase()
    await expect(
      actOnCase(people.lead, { number, action: 'end-access', notice: 'Dear {{name}}, your access ends.' }),
    ).rejects.toThrow(/placeholder/)
  })
})
