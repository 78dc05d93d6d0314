/** People, a case and sealed files for tests that need them there already; made behind the commands' back. */

import { randomUUID } from 'node:crypto'
import { fileCase } from '@/lib/cases/commands'
import type { PersonActor } from '@/lib/platform/actor'
import { connections } from '@/lib/platform/connections'
import { db } from '@/lib/platform/db'
import { putBytes } from '@/lib/platform/storage'
import type { EvidenceKind, Role } from '@/prisma/generated/enums'

/** A new person of this role, as the actor they are when signed in. */
export async function somebody(role: Role): Promise<PersonActor> {
  const id = randomUUID()
  const email = `${role.toLowerCase()}-${id.slice(0, 8)}@example.test`
  const name = `${role[0]}${role.slice(1).toLowerCase()} ${id.slice(0, 4)}`
  await connections().writer.person.create({ data: { id, email, name, role, createdAt: new Date() } })
  return { kind: 'person', id, email, name, role, sessionId: null, address: null }
}

/** A draft case of a new analyst. */
export async function draftCase() {
  const owner = await somebody('ANALYST')
  const { number } = await fileCase(owner, { title: 'Example Labs', severity: 'MEDIUM', facts: '' })
  const { id } = await db.case.findUniqueOrThrow({ where: { number } })
  return { owner, number, id }
}

/** A sealed evidence item of these bytes, added by `addedBy`. */
export async function sealedItem(
  { caseId, addedBy }: { caseId: string; addedBy: PersonActor },
  { kind, name, bytes }: { kind: EvidenceKind; name: string; bytes: string | Uint8Array },
) {
  const { sha256, size } = await putBytes(bytes)
  const { writer } = connections()
  const at = new Date()
  await writer.blob.createMany({ data: { sha256, size, createdAt: at }, skipDuplicates: true })
  return writer.evidenceItem.create({
    data: { caseId, kind, name, size, sha256, state: 'SEALED', addedById: addedBy.id, addedAt: at, sealedAt: at },
  })
}
