import pg from 'pg'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { caseOf, personWith, send } from '@/tests/evidence'
import { finishUpload } from './receive-upload'

test('an upload does not slip into a case that is just being closed', async () => {
  const analyst = await personWith('ANALYST')
  const { id: caseId } = await caseOf(analyst)
  const uploadId = await send(analyst, caseId, 'late')
  const closing = new pg.Client({ connectionString: process.env.TOUCHSTONE_OWNER_URL })
  await closing.connect()
  await closing.query('BEGIN')
  await closing.query(`UPDATE "case" SET state = 'CLOSED' WHERE id = $1`, [caseId])
  const late = [finishUpload(analyst, { uploadId, sha256: null }), send(analyst, caseId, 'later')]
  const answers = Promise.allSettled(late)
  const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`
  await expect.poll(async () => (await closing.query(waiting)).rows[0].n, { timeout: 20_000 }).toBeGreaterThan(1)
  await closing.query('COMMIT')
  await closing.end()
  for (const answer of await answers)
    expect(answer).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/case is over/) } })
  expect(await db.evidenceItem.count({ where: { caseId } })).toBe(0)
})
