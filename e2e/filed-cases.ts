/** An analyst who can sign in, and empty cases of theirs, filed before anything is disturbed. */

import { randomBytes, randomUUID } from 'node:crypto'
import { fileCase } from '@/lib/cases/commands'
import { hashPassword } from '@/lib/people/password'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { closeConnections } from '@/lib/platform/connections'
import { db, transact } from '@/lib/platform/db'

export type Analyst = { email: string; password: string; caseIds: string[] }

/** Needs the settings of the installation in the environment of this process. */
export async function analystWithCases(count: number): Promise<Analyst> {
  const password = randomBytes(12).toString('hex')
  const analyst = await enter({ name: 'An analyst', email: 'analyst@example.test' }, password)
  const caseIds: string[] = []
  for (let n = 1; n <= count; n++) {
    const { number } = await fileCase(analyst, { title: `Intake ${n}`, severity: 'LOW', facts: '' })
    const filed = await db.case.findUnique({ where: { number }, select: { id: true } })
    if (filed) caseIds.push(filed.id)
  }
  await closeConnections()
  return { email: analyst.email, password, caseIds }
}

async function enter(person: { name: string; email: string }, password: string): Promise<PersonActor> {
  const added = { id: randomUUID(), role: 'ANALYST', ...person } as const
  const data = { ...added, passwordHash: await hashPassword(password), createdAt: now() }
  await transact(systemActor('Test'), async ({ tx, record }) => {
    await tx.person.create({ data })
    const { id: personId, ...named } = added
    record({ type: 'person.invited', caseId: null, data: { personId, ...named } })
  })
  return { kind: 'person', ...added, sessionId: null, address: null }
}
