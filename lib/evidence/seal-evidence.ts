/** Sealing: the server's own pass over all bytes of an upload, after which it is evidence, or refused with a sentence. */

import { toHex } from '@/lib/custody/hex'
import type { SystemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, touch, transact } from '@/lib/platform/db'
import { formatAmount } from '@/lib/platform/format-number'
import { progressNote } from '@/lib/platform/progress'
import { type Hashed, hasBlob, hashFile, keepFile } from '@/lib/platform/storage'
import { lockCase, materialChanged } from '@/lib/review/stale'
import type { EvidenceItem } from '@/prisma/generated/client'
import { whyNotKind } from './file-content'
import { ingestLogJob } from './jobs'
import type { Kind } from './schema'
import { receivedBytes, removeUploadFiles, uploadPath } from './upload-files'

/**
 * Seals one item that waits for it. May be run any number of times and be killed anywhere: it reads from byte 0 each time, the
 * upload stays until its bytes are kept and recorded, and there is one set of events. An item that is not waiting is left alone.
 */
export async function sealEvidence(actor: SystemActor, { evidenceId }: { evidenceId: string }): Promise<void> {
  const item = await db.evidenceItem.findUnique({ where: { id: evidenceId } })
  if (!item) return
  // A killed attempt may have left its note, even after its commit.
  const progress = progressNote(evidenceId)
  const onBytes = (done: number) =>
    progress.note({ step: 'Checking every byte', done, total: Number(item.size), unit: 'bytes' })
  try {
    if (item.state === 'SEALING') await examine(actor, item, onBytes)
  } finally {
    await progress.end()
  }
  await touch(({ upload }) => upload.deleteMany({ where: { id: evidenceId, evidence: { state: { not: 'SEALING' } } } }))
  await removeUploadFiles(evidenceId)
}

async function examine(actor: SystemActor, item: EvidenceItem, onBytes: (done: number) => void): Promise<void> {
  const path = uploadPath(item.id)
  if ((await receivedBytes(item.id)) === null) return refuse(actor, item, lostSentence)
  const hashed = await hashFile(path, onBytes)
  const refusal = mismatch(item, hashed) ?? (await whyNotKind(path, item.kind as Kind))
  if (refusal !== null) return refuse(actor, item, refusal)
  await keepFile(path, hashed)
  await seal(actor, item, hashed)
  // The bytes were ours alone until the commit: should a sweep have passed meanwhile, they are put back.
  if (!(await hasBlob(hashed.sha256))) await keepFile(path, hashed)
}

const lostSentence = 'Its bytes were lost on the server before they could be sealed. Upload it again.'

function mismatch({ size, claimedSha256 }: EvidenceItem, hashed: Hashed): string | null {
  if (hashed.size === 0n) return 'It is empty: it has zero bytes and proves nothing.'
  if (hashed.size !== size) {
    const [is, was] = [formatAmount(Number(hashed.size), 'byte'), formatAmount(Number(size), 'byte')]
    return `${is} arrived where ${was} were announced. Upload it again.`
  }
  if (claimedSha256 === null || toHex(claimedSha256) === toHex(hashed.sha256)) return null
  return 'What arrived is not what was sent: the hash made in the browser and the one made here differ. Upload it again.'
}

async function seal(actor: SystemActor, item: EvidenceItem, { sha256, size }: Hashed): Promise<void> {
  const { id: evidenceId, caseId, name, kind } = item
  await transact(actor, async (door) => {
    const { tx, record, enqueue } = door
    await lockCase(tx, caseId)
    await tx.blob.createMany({ data: [{ sha256, size, createdAt: now() }], skipDuplicates: true })
    const change = { state: 'SEALED', sha256, claimedSha256: null, sealedAt: now() } as const
    await tx.evidenceItem.update({ where: { id: evidenceId, state: 'SEALING' }, data: change })
    record({ type: 'evidence.sealed', caseId, data: { evidenceId, name, sha256: toHex(sha256), size: String(size) } })
    if (kind === 'USAGE_LOG') await enqueue(ingestLogJob, { evidenceId }, { key: `ingest-log:${evidenceId}` })
    await materialChanged(door, caseId, `“${name}” was added as evidence.`)
  })
}

async function refuse(actor: SystemActor, item: EvidenceItem, reason: string): Promise<void> {
  const { id: evidenceId, caseId, name } = item
  await transact(actor, async ({ tx, record }) => {
    await tx.evidenceItem.update({ where: { id: evidenceId, state: 'SEALING' }, data: { state: 'REFUSED', reason } })
    record({ type: 'evidence.refused', caseId, data: { evidenceId, name, reason } })
  })
}
