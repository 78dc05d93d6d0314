import { describe, expect, it } from 'vitest'
import { changeFacts } from '@/lib/cases/commands'
import { recordedEvents } from '@/lib/custody/queries'
import { verifyRecord } from '@/lib/custody/verify'
import { db } from '@/lib/platform/db'
import { approvedCase, hashFor, readyCase, stateOf } from '@/tests/ready-case'
import { approveCase, dismissCase, releaseReview, requestChanges, takeReview } from './decisions'
import { actOnCase, closeCase, reopenCase } from './outcome'
import { caseReviews, presentSnapshot } from './queries'
import { caseSteps } from './steps-taken'
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

  it('shows what was done after the approval, in words, with the notice and the closing note', async () => {
    const { people, number, id } = await approvedCase()
    const notice = 'Your access ends on Friday under clause 4.2.'
    await actOnCase(people.lead, { number, action: 'end-access', notice })
    await closeCase(people.lead, { number, outcome: 'access-ended', note: 'Nothing further.' })
    const steps = await caseSteps(people.analyst, id)
    expect(steps.map(({ kind, done, text, by }) => ({ kind, done, text, by }))).toEqual([
      { kind: 'action', done: 'End access', text: notice, by: people.lead.name },
      { kind: 'closing', done: 'Access ended', text: 'Nothing further.', by: people.lead.name },
    ])
  })

  it('keeps the grounds of an approval with the decision and in the record', async () => {
    const { people, number, id } = await readyCase()
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    const snapshot = await hashFor(people.legal, number)
    await approveCase(people.legal, { number, snapshot, reason: 'The rows bear it out.' })
    expect(await caseReviews(people.lead, id)).toMatchObject([{ decision: 'APPROVE', reason: 'The rows bear it out.' }])
    const { events } = await recordedEvents(people.lead, { number, type: 'case.approval-given' })
    expect(events[0]?.payload?.data).toMatchObject({ reason: 'The rows bear it out.' })
  })

  it('refuses a notice with an open placeholder', async () => {
    const { people, number } = await approvedCase()
    await expect(
      actOnCase(people.lead, { number, action: 'end-access', notice: 'Dear {{name}}, your access ends.' }),
    ).rejects.toThrow(/placeholder/)
  })
})
