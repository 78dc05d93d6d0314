import { describe, expect, it } from 'vitest'
import { withdrawEvidence } from '@/lib/evidence/commands'
import { systemActor } from '@/lib/platform/actor'
import { db, transact } from '@/lib/platform/db'
import { sealedItem } from '@/tests/analysed-case'
import { approvedCase, hashFor, readyCase, stateOf } from '@/tests/ready-case'
import { approveCase, revokeApproval, takeReview } from './decisions'
import { actOnCase } from './outcome'
import { materialChanged } from './stale'
import { submitCase } from './submission'

describe('approvals', () => {
  it('need two different reviewers when severity is high', async () => {
    const { people, number } = await readyCase('HIGH')
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
    const { people, number, id } = await readyCase()
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
    const { people, number, id, evidenceId } = await approvedCase()
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
    const { people, number } = await approvedCase()
    await revokeApproval(people.legal, { number, reason: 'A new precedent.' })
    expect(await stateOf(number)).toBe('IN_REVIEW')
  })

  it('cannot be given twice at the same moment', async () => {
    const { people, number, id } = await readyCase()
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
