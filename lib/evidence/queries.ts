/** What the evidence pages show: items, what was read from them, and uploads that wait for their other half. */

import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { Actor, PersonActor } from '@/lib/platform/actor'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { found } from '@/lib/platform/policy'
import type { Prisma } from '@/prisma/generated/client'
import { custodyCounts } from './custody-lines'
import { isLog, type Kind } from './schema'
import { receivedBytes } from './upload-files'

const itemFields = {
  id: true,
  kind: true,
  name: true,
  description: true,
  size: true,
  state: true,
  sha256: true,
  reason: true,
  readFailure: true,
  unknownFormat: true,
  addedById: true,
  addedBy: { select: { name: true } },
  addedAt: true,
  sealedAt: true,
  withdrawnAt: true,
  case: { select: { id: true, number: true, state: true, ownerId: true } },
  table: true,
  datasets: {
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: {
      id: true,
      format: true,
      readerVersion: true,
      sha256: true,
      rows: true,
      rejected: true,
      rejectsSha256: true,
      accounts: true,
      from: true,
      until: true,
      mapping: { select: { id: true, name: true, version: true, sha256: true } },
      parents: {
        orderBy: { position: 'asc' },
        select: { parent: { select: { id: true, evidence: { select: { id: true, name: true } } } } },
      },
    },
  },
} satisfies Prisma.EvidenceItemSelect

type Row = Prisma.EvidenceItemGetPayload<{ select: typeof itemFields }>

/** Whether the item's log is being read, was read, could not be read, or is none. */
export type Reading = 'none' | 'under-way' | 'done' | 'failed'

function shown({ datasets: [dataset], table, sha256, size, ...item }: Row) {
  const read = dataset && {
    ...dataset,
    sha256: toHex(dataset.sha256),
    mapping: dataset.mapping && { ...dataset.mapping, sha256: toHex(dataset.mapping.sha256) },
    rows: Number(dataset.rows),
    rejected: Number(dataset.rejected),
    rejectsSha256: dataset.rejectsSha256 && toHex(dataset.rejectsSha256),
  }
  return {
    ...item,
    size: Number(size),
    sha256: sha256 && toHex(sha256),
    table: table && tableShown(table),
    dataset: read ?? null,
    reading: readingOf(item, !!read),
  }
}

function tableShown({ rows, checkedRows, checkedSha256, ...table }: NonNullable<Row['table']>) {
  const checked = checkedSha256 && { rows: Number(checkedRows), sha256: toHex(checkedSha256) }
  return { ...table, rows: rows === null ? null : Number(rows), checked }
}

function readingOf({ kind, state, readFailure }: Pick<Row, 'kind' | 'state' | 'readFailure'>, read: boolean): Reading {
  if (read) return 'done'
  if (!isLog(kind) || state !== 'SEALED') return 'none'
  return readFailure === null ? 'under-way' : 'failed'
}

export type EvidenceItemShown = ReturnType<typeof shown>
export type EvidenceListed = EvidenceItemShown & { custody: number }

/** The case that evidence pages speak of, by its number; `not-found` out of scope. */
export async function evidenceCase(actor: Actor, number: string) {
  const where = { AND: [within(actor), { number }] }
  const select = { id: true, number: true, state: true, ownerId: true }
  return found(await db.case.findFirst({ where, select }), 'case')
}

/** All evidence of a case, newest first, each with how many custody lines it has. */
export async function listEvidence(actor: Actor, caseId: string): Promise<EvidenceListed[]> {
  const rows = await db.evidenceItem.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
    select: itemFields,
  })
  const counts = rows.length > 0 ? await custodyCounts(caseId) : new Map<string, number>()
  return rows.map((row) => ({ ...shown(row), custody: counts.get(row.id) ?? 0 }))
}

/** One item; `not-found` out of scope. */
export async function evidenceItem(actor: Actor, id: string, from: Reader | Tx = db): Promise<EvidenceItemShown> {
  const where = { id, case: within(actor) }
  return shown(found(await from.evidenceItem.findFirst({ where, select: itemFields }), 'evidence item'))
}

/** The actor's own uploads to this case whose last byte has not come, or which nobody finished. */
export async function unfinishedUploads(actor: PersonActor, caseId: string) {
  const uploads = await db.upload.findMany({
    where: { caseId, personId: actor.id, evidenceId: null, case: within(actor) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, kind: true, size: true, fingerprint: true, createdAt: true, expiresAt: true },
  })
  const received = await Promise.all(uploads.map(({ id }) => receivedBytes(id)))
  return uploads.map((upload, position) => ({
    ...upload,
    kind: upload.kind as Kind,
    size: Number(upload.size),
    received: received[position] ?? 0,
  }))
}

export type UnfinishedUpload = Awaited<ReturnType<typeof unfinishedUploads>>[number]
