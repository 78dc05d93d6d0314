/** Clears files that nothing refers to: leftovers of processes that died between making a file and recording it. */

import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { timeIndexFolder, unfinishedIndex } from '@/lib/analysis/explorer/time-indexes'
import { measuringFolder } from '@/lib/analysis/runs/analysis-steps'
import { columnsFolder, unfinished } from '@/lib/analysis/runs/result-columns'
import { db, touch } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { blobFolder, blobPath, incomingFolder, removeBlob } from '@/lib/platform/storage'
import type { Prisma } from '@/prisma/generated/client'
import { attachingFolder } from './attached-table'
import { previewFolder } from './preview-folder'
import { readingFolder } from './read-log'
import { removeUploadFiles, uploadsOnDisk } from './upload-files'

const hour = 3_600_000

/**
 * Removes what was left half made, uploads that became evidence or belong to nobody, and blobs without a record that are older than
 * `olderThanMs`: a younger one may be about to be recorded. Returns how many files went.
 */
export async function sweepFiles({ olderThanMs = hour }: { olderThanMs?: number } = {}): Promise<number> {
  const removed =
    (await sweepIncoming()) +
    (await sweepReadings()) +
    (await sweepAttaching()) +
    (await sweepMeasuring()) +
    (await sweepPreviews(olderThanMs)) +
    (await sweepColumns(olderThanMs)) +
    (await sweepTimeIndexes(olderThanMs)) +
    (await sweepUploads()) +
    (await sweepBlobs(olderThanMs))
  if (removed > 0) log.info({ removed }, 'removed files that nothing referred to')
  return removed
}

async function sweepIncoming(): Promise<number> {
  const names = await readdir(incomingFolder()).catch(() => [])
  const dead = names.filter((name) => !isAlive(Number(name.split('-')[0])))
  for (const name of dead) await rm(join(incomingFolder(), name), { force: true, recursive: true })
  return dead.length
}

/** A reading clears its own folder; one that nobody takes up again leaves it. */
async function sweepReadings(): Promise<number> {
  const ids = await readdir(readingFolder()).catch(() => [])
  const waiting = {
    kind: { in: ['USAGE_LOG', 'ATTACHED_TABLE'] },
    state: 'SEALED',
    readFailure: null,
    datasets: { none: {} },
  } satisfies Prisma.EvidenceItemWhereInput
  const rows = await db.evidenceItem.findMany({ where: { id: { in: ids }, ...waiting }, select: { id: true } })
  const dead = ids.filter((id) => !rows.some((row) => row.id === id))
  for (const id of dead) await rm(join(readingFolder(), id), { recursive: true, force: true })
  return dead.length
}

/** Rows of an attached table on their way into the store; those of an item that no longer waits are nobody's. */
async function sweepAttaching(): Promise<number> {
  const ids = await readdir(attachingFolder()).catch(() => [])
  const rows = await db.evidenceItem.findMany({ where: { id: { in: ids }, state: 'SEALING' }, select: { id: true } })
  const dead = ids.filter((id) => !rows.some((row) => row.id === id))
  for (const id of dead) await rm(join(attachingFolder(), id), { force: true })
  return dead.length
}

/** Steps of runs of signals; those of a run that is over, or gone, are nobody's. */
async function sweepMeasuring(): Promise<number> {
  const ids = await readdir(measuringFolder()).catch(() => [])
  const runs = await db.analysisRun.findMany({ where: { id: { in: ids }, state: 'QUEUED' }, select: { id: true } })
  const dead = ids.filter((id) => !runs.some((run) => run.id === id))
  for (const id of dead) await rm(join(measuringFolder(), id), { recursive: true, force: true })
  return dead.length
}

/** A preview clears its own files within the minute that its page waits for it; a killed one leaves them. */
async function sweepPreviews(olderThanMs: number): Promise<number> {
  return removeOlder(previewFolder(), await readdir(previewFolder()).catch(() => []), olderThanMs)
}

/** Columns of analyses that no run has as its result, and those that a dead process was making. */
async function sweepColumns(olderThanMs: number): Promise<number> {
  const names = await readdir(columnsFolder()).catch(() => [])
  const [making, made] = [names.filter(isUnfinished), names.filter((name) => !isUnfinished(name))]
  const dead = making.filter((name) => !isAlive(Number(name.slice(unfinished.length).split('-')[0])))
  for (const name of dead) await rm(join(columnsFolder(), name), { recursive: true, force: true })
  const unused: string[] = []
  for (const name of made) if (!(await isResult(name))) unused.push(name)
  return dead.length + (await removeOlder(columnsFolder(), unused, olderThanMs))
}

/** Time indexes of datasets that are gone, and those that a dead process was making. */
async function sweepTimeIndexes(olderThanMs: number): Promise<number> {
  const unused: string[] = []
  for (const name of await readdir(timeIndexFolder()).catch(() => [])) {
    const sha256 = new Uint8Array(Buffer.from(name.split('.')[0] ?? '', 'hex'))
    const isUsed = name.startsWith(unfinishedIndex)
      ? isAlive(Number(name.slice(unfinishedIndex.length).split('-')[0]))
      : (await db.dataset.count({ where: { sha256 } })) > 0
    if (!isUsed) unused.push(name)
  }
  return removeOlder(timeIndexFolder(), unused, olderThanMs)
}

const isUnfinished = (name: string) => name.startsWith(unfinished)

async function isResult(hex: string): Promise<boolean> {
  return (await db.analysisRun.count({ where: { resultSha256: new Uint8Array(Buffer.from(hex, 'hex')) } })) > 0
}

async function removeOlder(folder: string, names: string[], olderThanMs: number): Promise<number> {
  let removed = 0
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (!found || Date.now() - found.ctimeMs < olderThanMs) continue
    await rm(join(folder, name), { recursive: true, force: true })
    removed += 1
  }
  return removed
}

async function sweepUploads(): Promise<number> {
  await touch(({ upload }) => upload.deleteMany({ where: { evidence: { state: { not: 'SEALING' } } } }))
  const ids = await uploadsOnDisk()
  // The row comes before the file and goes after it, so a file without a row belongs to nobody.
  const rows = await db.upload.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const known = new Set(rows.map(({ id }) => id))
  const strays = ids.filter((id) => !known.has(id))
  for (const id of strays) await removeUploadFiles(id)
  return strays.length
}

async function sweepBlobs(olderThanMs: number): Promise<number> {
  let removed = 0
  for await (const sha256 of blobsOnDisk()) {
    if (await isRecorded(sha256)) continue
    const { ctimeMs } = await stat(blobPath(sha256))
    if (Date.now() - ctimeMs < olderThanMs) continue
    await removeBlob(sha256)
    removed += 1
  }
  return removed
}

/** True when a row anywhere names these bytes. */
async function isRecorded(sha256: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const counts = await Promise.all([
    db.blob.count({ where: { sha256 } }),
    db.dataset.count({ where: { OR: [{ sha256 }, { rejectsSha256: sha256 }] } }),
    db.analysisRun.count({ where: { resultSha256: sha256 } }),
    db.export.count({ where: { sha256 } }),
  ])
  return counts.some((count) => count > 0)
}

async function* blobsOnDisk(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const entries = await readdir(blobFolder(), { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)) yield new Uint8Array(Buffer.from(entry.name, 'hex'))
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
