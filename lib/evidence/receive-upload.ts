/** The life of an upload: started by a person with the right, finished once, or cancelled, or expired; each an event. */

import { statfs } from 'node:fs/promises'
import { within } from '@/lib/platform/access'
import type { PersonActor, SystemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, type Reader, type Tx, transact } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { formatBytes } from '@/lib/platform/format-number'
import { identifierOf } from '@/lib/platform/identifier'
import { found, must } from '@/lib/platform/policy'
import { lockCase } from '@/lib/review/stale'
import { sealEvidenceJob } from './jobs'
import { whyNot } from './policy'
import type { FinishUpload, StartUpload } from './schema'
import { makeUploadFolder, receivedBytes, removeUploadFiles, uploadFolder } from './upload-files'

/** An upload that nobody went on with ends after this many days. */
export const uploadDays = 7

/**
 * Admits an upload before its first byte. Throws `not-found` out of scope, `forbidden` without the right, `invalid-input` for an
 * empty file, `too-large` beyond the limit or the free space.
 */
export async function startUpload(actor: PersonActor, { uploadId, caseId, size, ...file }: StartUpload): Promise<void> {
  await mustTakeUploads(actor, db, caseId)
  if (size === 0) throw new AppError('invalid-input', `“${file.name}” is empty: it has zero bytes and proves nothing.`)
  await refuseWithoutRoom(size)
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + uploadDays * 86_400_000)
  const data = { id: uploadId, caseId, personId: actor.id, size: BigInt(size), ...file, createdAt, expiresAt }
  await transact(actor, async ({ tx, record }) => {
    await lockCase(tx, caseId)
    await mustTakeUploads(actor, tx, caseId)
    await tx.upload.create({ data })
    const { name, kind } = file
    record({ type: 'upload.started', caseId, data: { uploadId, name, kind, size: String(size) } })
  })
}

/** The upload, if this person started it and still sees its case; else `not-found`. */
export async function ownUpload(actor: PersonActor, uploadId: string) {
  const where = { id: identifierOf(uploadId, 'upload'), personId: actor.id, case: within(actor) }
  return found(await db.upload.findFirst({ where }), 'upload')
}

/**
 * Turns a whole upload into an evidence item that waits to be sealed, and returns the item's id, which is the upload's: finishing
 * twice gives one item. `sha256` is the browser's own hash, or null when it could not make one.
 */
export async function finishUpload(actor: PersonActor, { uploadId, sha256 }: FinishUpload): Promise<string> {
  if (await isFinished(actor, uploadId)) return uploadId
  const upload = await ownUpload(actor, uploadId)
  const received = (await receivedBytes(uploadId)) ?? 0
  if (BigInt(received) !== upload.size) {
    const missing = formatBytes(Number(upload.size) - received)
    throw new AppError(
      'conflict',
      `${missing} of “${upload.name}” have not arrived yet. Choose the file again to go on.`,
    )
  }
  const { caseId, kind, name, size } = upload
  const claimedSha256 = sha256 === null ? null : new Uint8Array(Buffer.from(sha256, 'hex'))
  const item = { id: uploadId, caseId, kind, name, size, claimedSha256, addedById: actor.id, addedAt: now() }
  try {
    await transact(actor, async ({ tx, record, enqueue }) => {
      await lockCase(tx, caseId)
      await mustTakeUploads(actor, tx, caseId)
      await tx.evidenceItem.create({ data: { ...item, state: 'SEALING' } })
      await tx.upload.update({ where: { id: uploadId }, data: { evidenceId: uploadId } })
      const data = { evidenceId: uploadId, name, kind, size: String(size), claimedSha256: sha256 }
      record({ type: 'evidence.received', caseId, data })
      await enqueue(sealEvidenceJob, { evidenceId: uploadId }, { key: `seal-evidence:${uploadId}` })
    })
  } catch (error) {
    if (!(await isFinished(actor, uploadId))) throw error
  }
  return uploadId
}

/** Ends an upload of one's own; its bytes are gone afterwards. Throws `conflict` when it is an evidence item already. */
export async function cancelUpload(actor: PersonActor, { uploadId }: { uploadId: string }): Promise<void> {
  const upload = await ownUpload(actor, uploadId)
  if (upload.evidenceId !== null) throw arrived(upload)
  const received = String((await receivedBytes(uploadId)) ?? 0)
  await transact(actor, async ({ tx, record }) => {
    const { count } = await tx.upload.deleteMany({ where: { id: uploadId, evidenceId: null } })
    if (count === 0) throw arrived(upload)
    record({ type: 'upload.cancelled', caseId: upload.caseId, data: { uploadId, name: upload.name, received } })
  })
  await removeUploadFiles(uploadId)
}

/** Ends the uploads whose time is over, each with an event, and removes their bytes. Returns how many. */
export async function expireUploads(actor: SystemActor): Promise<number> {
  const late = await db.upload.findMany({ where: { expiresAt: { lt: now() }, evidenceId: null } })
  for (const { id: uploadId, caseId, name } of late) {
    const received = String((await receivedBytes(uploadId)) ?? 0)
    await transact(actor, async ({ tx, record }) => {
      await tx.upload.delete({ where: { id: uploadId, evidenceId: null } })
      record({ type: 'upload.expired', caseId, data: { uploadId, name, received } })
    })
    await removeUploadFiles(uploadId)
  }
  return late.length
}

/** Asked again inside the transaction that writes, with the case held: it may have ended since. */
async function mustTakeUploads(actor: PersonActor, from: Reader | Tx, caseId: string): Promise<void> {
  const target = await from.case.findFirst({ where: { AND: [within(actor), { id: caseId }] }, select: { state: true } })
  must(whyNot(actor, 'upload', found(target, 'case')))
}

function arrived({ name }: { name: string }): AppError {
  return new AppError('conflict', `“${name}” has arrived and is evidence now. It can be withdrawn with a reason.`)
}

async function isFinished(actor: PersonActor, id: string): Promise<boolean> {
  const where = { id, addedById: actor.id, case: within(actor) }
  return (await db.evidenceItem.count({ where })) > 0
}

/** Sealing adds a name and a dataset, not a copy; a tenth on top keeps the machine usable. */
async function refuseWithoutRoom(size: number): Promise<void> {
  if (size > env.maxUploadBytes) {
    const [has, may] = [formatBytes(size), formatBytes(env.maxUploadBytes)]
    throw new AppError(
      'too-large',
      `The file has ${has}; one upload may have ${may}. Split it, or ask for a higher limit.`,
    )
  }
  await makeUploadFolder()
  const { bavail, bsize } = await statfs(uploadFolder())
  if (size * 1.1 > bavail * bsize) {
    const sentence = `The file has ${formatBytes(size)}, and the server has ${formatBytes(bavail * bsize)} left. Tell your administrator.`
    throw new AppError('too-large', sentence)
  }
}
