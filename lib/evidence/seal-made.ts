/** Evidence that was made here rather than uploaded: sealed at once, from bytes that the store already holds. */

import { randomUUID } from 'node:crypto'
import { toHex } from '@/lib/custody/hex'
import { now } from '@/lib/platform/clock'
import type { Door } from '@/lib/platform/db'
import type { EvidenceKind } from '@/prisma/generated/enums'

export type MadeEvidence = {
  caseId: string
  kind: EvidenceKind
  name: string
  description: string
  sha256: Uint8Array<ArrayBuffer>
  size: bigint
  /** Who asked for it: they count as having added it, and so do not review the case. */
  addedById: string
  /** The collection that it comes from. */
  collectionId: string
}

/** Adds the item in the change under way, with an event for where it comes from and one for its seal. Returns its id. */
export async function sealMade({ tx, record }: Door, made: MadeEvidence): Promise<string> {
  const { collectionId, ...item } = made
  const { caseId, name, size, kind } = item
  const [id, at, hash] = [randomUUID(), now(), toHex(made.sha256)]
  await tx.blob.createMany({ data: [{ sha256: made.sha256, size, createdAt: at }], skipDuplicates: true })
  await tx.evidenceItem.create({ data: { id, ...item, state: 'SEALED', addedAt: at, sealedAt: at } })
  const about = { evidenceId: id, name, size: String(size) }
  record({ type: 'evidence.collected', caseId, data: { ...about, kind, collectionId } })
  record({ type: 'evidence.sealed', caseId, data: { ...about, sha256: hash } })
  return id
}
