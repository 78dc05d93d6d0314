/** A case with people around it, and an upload as the browser would leave it. */

import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { finishUpload, startUpload } from '@/lib/evidence/receive-upload'
import type { Kind } from '@/lib/evidence/schema'
import { makeUploadFolder, uploadPath } from '@/lib/evidence/upload-files'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import type { CaseState, Role } from '@/prisma/generated/enums'
import { asOwner } from './database'

/** A person of this role, as the actor they are when signed in. */
export async function personWith(role: Role): Promise<PersonActor> {
  const id = randomUUID()
  const [name, email] = [`A ${role.toLowerCase()}`, `${id}@example.test`]
  await transact(systemActor('Test'), async ({ tx, record }) => {
    await tx.person.create({ data: { id, name, email, role, createdAt: now() } })
    record({ type: 'person.invited', caseId: null, data: { personId: id, name, email, role } })
  })
  return { kind: 'person', id, name, email, role, sessionId: null, address: '203.0.113.7' }
}

let lastNumber = 0

/** A case of this owner, in this state; `members` are the owner and those given. */
export async function caseOf(
  owner: PersonActor,
  { state = 'DRAFT', restricted = false, members = [] }: Partial<CaseOptions> = {},
): Promise<{ id: string; number: string }> {
  const [id, number, at] = [randomUUID(), `TS-2026-9${String(++lastNumber).padStart(4, '0')}`, now()]
  await transact(owner, async ({ tx, record }) => {
    await tx.case.create({
      data: {
        ...{ id, number, title: 'A test', state, restricted, severity: 'LOW', filerId: owner.id, ownerId: owner.id },
        ...{ createdAt: at, updatedAt: at },
        members: { create: [owner, ...members].map((person) => ({ personId: person.id, addedAt: at })) },
      },
    })
    record({ type: 'case.filed', caseId: id, data: { number, title: 'A test', severity: 'LOW' } })
  })
  return { id, number }
}

type CaseOptions = { state: CaseState; restricted: boolean; members: PersonActor[] }

export type Sent = { kind?: Kind; name?: string; announced?: number; sha256?: string | null }

export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Starts an upload and puts `bytes` where the protocol would. */
export async function send(
  actor: PersonActor,
  caseId: string,
  bytes: string | Uint8Array,
  sent: Sent = {},
): Promise<string> {
  const uploadId = randomUUID()
  const { kind = 'DOCUMENT', name = 'file.txt', announced = Buffer.byteLength(bytes) } = sent
  await startUpload(actor, { uploadId, caseId, kind, name, size: announced, fingerprint: sha256Of('x') })
  await makeUploadFolder()
  await writeFile(uploadPath(uploadId), bytes)
  return uploadId
}

/** Sends and finishes; the item then waits to be sealed. */
export async function hand(
  actor: PersonActor,
  caseId: string,
  bytes: string | Uint8Array,
  sent: Sent = {},
): Promise<string> {
  const uploadId = await send(actor, caseId, bytes, sent)
  const { sha256 = sha256Of(bytes) } = sent
  return finishUpload(actor, { uploadId, sha256 })
}

/** The types of a case's events, in order, without the filing. */
export async function eventsOf(caseId: string): Promise<string[]> {
  const rows = await asOwner<{ type: string }>(`SELECT type FROM event WHERE case_id = $1 ORDER BY seq`, [caseId])
  return rows.map(({ type }) => type).filter((type) => type !== 'case.filed')
}

/** The jobs that wait, by name. */
export async function waitingJobs(): Promise<string[]> {
  const rows = await asOwner<{ task: string }>(`SELECT task_identifier AS task FROM graphile_worker.jobs ORDER BY id`)
  return rows.map(({ task }) => task)
}
