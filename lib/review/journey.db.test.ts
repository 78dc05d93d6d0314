import { beforeAll, describe, expect, it } from 'vitest'
import { addAccounts } from '@/lib/cases/accounts'
import { changeFacts, fileCase } from '@/lib/cases/commands'
import { explanationIds } from '@/lib/cases/innocent-explanations'
import { addSubject } from '@/lib/cases/subjects'
import { cite } from '@/lib/claims/citations'
import { answerExplanation, makeClaim } from '@/lib/claims/commands'
import { verifyRecord } from '@/lib/custody/verify'
import { withdrawEvidence } from '@/lib/evidence/commands'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { db, transact } from '@/lib/platform/db'
import { addDocument, addVersion } from '@/lib/terms/commands'
import { sealedItem, somebody } from '@/tests/analysed-case'
import { approveCase, dismissCase, releaseReview, requestChanges, revokeApproval, takeReview } from './decisions'
import { actOnCase, closeCase, reopenCase } from './outcome'
import { presentSnapshot } from './queries'
import { materialChanged } from './stale'
import { resubmitCase, submitCase, withdrawCase } from './submission'

type Cast = Record<'analyst' | 'legal' | 'secondLegal' | 'lead', PersonActor>
let people: Cast
let clauseId: string

const day = (text: string) => new Date(`${text}T00:00:00Z`)

beforeAll(async () => {
  const [analyst, legal, secondLegal, lead] = await Promise.all([
    somebody('ANALYST'),
    somebody('LEGAL'),
    somebody('LEGAL'),
    somebody('LEAD'),
  ])
  people = { analyst, legal, secondLegal, lead }
  const { documentId } = await addDocument(legal, { provider: 'Us', title: 'Terms' })
  const clauses = [
    { number: '4.2', title: 'No competing models', text: 'No training on output.', elements: ['Was output used?'] },
  ]
  const version = {
    label: 'one',
    text: 'The whole text of these terms.',
    source: '',
    inForceFrom: day('2026-01-01'),
    inForceUntil: null,
    clauses,
  }
  const { versionId } = await addVersion(legal, { documentId, ...version })
  clauseId = (await db.clause.findFirstOrThrow({ where: { versionId } })).id
})

/** A case that lacks nothing for submission. */
async function readyCase(severity: 'MEDIUM' | 'HIGH' = 'MEDIUM') {
  const { analyst } = people
  const { number } = await fileCase(analyst, { title: 'Example Labs', severity, facts: 'Somebody did something.' })
  const { id } = await db.case.findUniqueOrThrow({ where: { number } })
  const { subjectId } = await addSubject(analyst, {
    number,
    name: 'Example Labs',
    kind: 'ORGANISATION',
    models: [],
    note: '',
  })
  await addAccounts(analyst, {
    subjectId,
    identifiers: 'acct_1\nacct_2',
    kind: 'ACCOUNT',
    reason: 'Invoices',
    confidence: 'CONFIRMED',
  })
  const evidence = await sealedItem(
    { caseId: id, addedBy: analyst },
    { kind: 'DOCUMENT', name: 'invoice.pdf', bytes: `invoice of ${number}` },
  )
  const { claimId } = await makeClaim(analyst, {
    number,
    clauseId,
    statement: 'They trained on output.',
    conductFrom: day('2026-02-01'),
    conductUntil: day('2026-03-01'),
  })
  await cite(analyst, { claimId, element: 0, evidenceId: evidence.id, rowIds: [], note: '' })
  for (const explanation of explanationIds)
    await answerExplanation(analyst, { number, explanation, verdict: 'RULED_OUT', answer: 'Checked.' })
  return { number, id, evidenceId: evidence.id, claimId }
}

const stateOf = async (number: string) => (await db.case.findUniqueOrThrow({ where: { number } })).state
const hashFor = async (actor: PersonActor, number: string) => (await presentSnapshot(actor, number)).hash

async function approvedCase() {
  const made = await readyCase()
  await submitCase(people.analyst, made)
  await takeReview(people.legal, made)
  await approveCase(people.legal, { number: made.number, snapshot: await hashFor(people.legal, made.number) })
  return made
}

describe('the way of a case', () => {
  it('goes from draft to closed, an event for each step', async () => {
    const { number, id } = await approvedCase()
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
    const { number } = await readyCase()
    await submitCase(people.analyst, { number })
    await withdrawCase(people.analyst, { number, reason: 'Something is missing.' })
    expect(await stateOf(number)).toBe('DRAFT')
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    await releaseReview(people.legal, { number })
    expect(await stateOf(number)).toBe('SUBMITTED')
  })

  it('shows the reviewer what changed when changes were made', async () => {
    const { number, id } = await readyCase()
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
      { where: 'facts', before: 'Somebody did something.', after: 'Somebody did something on a Monday.' },
    ])
    await approveCase(people.legal, { number, snapshot: await hashFor(people.legal, number) })
    expect(await stateOf(number)).toBe('APPROVED')
  })

  it('is dismissed and reopened by a lead', async () => {
    const { number } = await readyCase()
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
})

describe('approvals', () => {
  it('need two different reviewers when severity is high', async () => {
    const { number } = await readyCase('HIGH')
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    await approveCase(people.legal, { number, snapshot: await hashFor(people.legal, number) })
    expect(await stateOf(number)).toBe('IN_REVIEW')
    await expect(takeReview(people.legal, { number })).rejects.toThrow(/second, different/)
    await takeReview(people.secondLegal, { number })
    await approveCase(people.secondLegal, { number, snapshot: await hashFor(people.secondLegal, number) })
    expect(await stateOf(number)).toBe('APPROVED')
  })

  it('are only of what the approver saw', async () => {
    const { number, id } = await readyCase()
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    const seen = await hashFor(people.legal, number)
    await sealedItem(
      { caseId: id, addedBy: people.analyst },
      { kind: 'DOCUMENT', name: 'late.txt', bytes: `late ${number}` },
    )
    await expect(approveCase(people.legal, { number, snapshot: seen })).rejects.toThrow(
      /changed while you were looking/,
    )
    expect(await stateOf(number)).toBe('IN_REVIEW')
    expect(await db.review.count({ where: { caseId: id } })).toBe(0)
  })

  it('become stale when evidence is withdrawn afterwards, and the case goes back into review', async () => {
    const { number, id, evidenceId } = await approvedCase()
    await withdrawEvidence(people.analyst, { evidenceId, reason: 'It was the wrong invoice.' })
    const row = await db.case.findUniqueOrThrow({ where: { id } })
    expect([row.state, row.stale]).toEqual(['IN_REVIEW', true])
    await expect(
      actOnCase(people.lead, { number, action: 'end-access', notice: 'Your access ends tomorrow at noon.' }),
    ).rejects.toThrow()
  })

  it('stay fresh when nothing material changed', async () => {
    const { id } = await approvedCase()
    await transact(systemActor(), async (door) => {
      door.record({ type: 'note.written', caseId: id, data: { noteId: 'x', characters: 1 } })
      await materialChanged(door, id, 'nothing')
    })
    expect((await db.case.findUniqueOrThrow({ where: { id } })).state).toBe('APPROVED')
  })

  it('can be revoked with a reason', async () => {
    const { number } = await approvedCase()
    await revokeApproval(people.legal, { number, reason: 'A new precedent.' })
    expect(await stateOf(number)).toBe('IN_REVIEW')
  })

  it('cannot be given twice at the same moment', async () => {
    const { number, id } = await readyCase()
    await submitCase(people.analyst, { number })
    await takeReview(people.legal, { number })
    const snapshot = await hashFor(people.legal, number)
    const both = await Promise.allSettled([
      approveCase(people.legal, { number, snapshot }),
      approveCase(people.legal, { number, snapshot }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.review.count({ where: { caseId: id } })).toBe(1)
  })
})

describe('editing', () => {
  it('is refused with what is stored when somebody saved in between', async () => {
    const { number, id } = await readyCase()
    const { editVersion } = await db.case.findUniqueOrThrow({ where: { id } })
    const facts = { number, version: editVersion, title: 'Example Labs', severity: 'MEDIUM' as const }
    await changeFacts(people.analyst, { ...facts, facts: 'First.' })
    await expect(changeFacts(people.analyst, { ...facts, facts: 'Second.' })).rejects.toThrow(/facts is now “First\.”/)
  })

  it('is closed to everybody after submission, and to others always', async () => {
    const { number, claimId, evidenceId } = await readyCase()
    await expect(cite(people.lead, { claimId, evidenceId, rowIds: [], note: '' })).rejects.toThrow(/Only the owner/)
    await submitCase(people.analyst, { number })
    await expect(cite(people.analyst, { claimId, evidenceId, rowIds: [], note: '' })).rejects.toThrow(/only as a draft/)
  })

  it('refuses a notice with an open placeholder', async () => {
    const { number } = await approvedCase()
    await expect(
      actOnCase(people.lead, { number, action: 'end-access', notice: 'Dear {{name}}, your access ends.' }),
    ).rejects.toThrow(/placeholder/)
  })
})
