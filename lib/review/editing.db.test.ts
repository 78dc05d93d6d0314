import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { changeFacts } from '@/lib/cases/commands'
import { subjectFields } from '@/lib/cases/subject-fields'
import { changeSubject } from '@/lib/cases/subjects'
import { cite } from '@/lib/claims/citations'
import { claimFields } from '@/lib/claims/claim-fields'
import { changeClaim } from '@/lib/claims/commands'
import { caseClaims } from '@/lib/claims/queries'
import { db } from '@/lib/platform/db'
import { seenOf } from '@/lib/platform/seen'
import { readyCase } from '@/tests/ready-case'
import { submitCase } from './submission'

describe('editing', () => {
  it('is refused with what is stored when somebody saved in between', async () => {
    const { people, number, id } = await readyCase()
    const { editVersion } = await db.case.findUniqueOrThrow({ where: { id } })
    const facts = { number, version: editVersion, title: 'Example Labs', severity: 'MEDIUM' as const }
    await changeFacts(people.analyst, { ...facts, facts: 'First.' })
    await expect(changeFacts(people.analyst, { ...facts, facts: 'Second.' })).rejects.toThrow(/facts is now “First\.”/)
  })

  it('of a claim is refused when it no longer says what the form was opened with', async () => {
    const { people, id } = await readyCase()
    const [claim] = await caseClaims(people.analyst, id)
    if (!claim) throw new Error('the ready case has a claim')
    const { id: claimId, clauseId, conductFrom, conductUntil } = claim
    const opened = { claimId, clauseId, conductFrom, conductUntil, seen: seenOf(claimFields(claim)) }
    await changeClaim(people.analyst, { ...opened, statement: 'The first of two who edit.' })
    const second = changeClaim(people.analyst, { ...opened, statement: 'The second of two who edit.' })
    await expect(second).rejects.toThrow(/the statement is now “The first of two who edit\.”/)
    expect(await db.claim.findUnique({ where: { id: claimId } })).toMatchObject({
      statement: 'The first of two who edit.',
    })
  })

  it('of a subject is refused when it no longer says what the form was opened with', async () => {
    const { people, id } = await readyCase()
    const subject = await db.subject.findFirstOrThrow({ where: { caseId: id } })
    const opened = { ...subject, subjectId: subject.id, seen: seenOf(subjectFields(subject)) }
    const change = (note: string) => {
      const { subjectId, seen, name, kind, models } = opened
      return changeSubject(people.analyst, { subjectId, seen, name, kind, models, note })
    }
    await change('First.')
    await expect(change('Second.')).rejects.toThrow(/the note is now “First\.”/)
  })

  it('is closed to everybody after submission, and to others always', async () => {
    const { people, number, claimId, evidenceId } = await readyCase()
    await expect(cite(people.lead, { claimId, evidenceId, rowIds: [], note: '' })).rejects.toThrow(/Only the owner/)
    await submitCase(people.analyst, { number })
    await expect(cite(people.analyst, { claimId, evidenceId, rowIds: [], note: '' })).rejects.toThrow(/only as a draft/)
  })

  it('does not slip in behind a submission that is just being made', async () => {
    const { people, id, claimId, evidenceId } = await readyCase()
    const submitting = new pg.Client({ connectionString: process.env.TOUCHSTONE_OWNER_URL })
    await submitting.connect()
    await submitting.query('BEGIN')
    await submitting.query(`UPDATE "case" SET state = 'SUBMITTED' WHERE id = $1`, [id])
    const editing = cite(people.analyst, { claimId, evidenceId, rowIds: [], note: '' }).catch((error) => error)
    const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`
    await expect.poll(async () => (await submitting.query(waiting)).rows[0].n, { timeout: 20_000 }).toBeGreaterThan(0)
    await submitting.query('COMMIT')
    await submitting.end()
    expect(String(await editing)).toMatch(/only as a draft/)
    expect(await db.citation.count({ where: { claimId } })).toBe(1)
  })
})
