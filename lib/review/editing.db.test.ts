import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { changeFacts } from '@/lib/cases/commands'
import { cite } from '@/lib/claims/citations'
import { db } from '@/lib/platform/db'
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
