/** Evidence attached by query: the rows are read once, sorted and sealed; later the table is asked again and compared. */

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex } from '@/lib/custody/hex'
import type { SystemActor } from '@/lib/platform/actor'
import { attachConnection, attachedEngine } from '@/lib/platform/attach-connections'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { interactiveEngine } from '@/lib/platform/engine'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { type Hashed, hashFile, keepFile } from '@/lib/platform/storage'
import { lockCase, materialChanged } from '@/lib/review/stale'
import { checkedQuery } from '@/lib/signals/brought/attach-query'
import { type AttachedSeal, readAttached } from '@/lib/signals/brought/attached-rows'
import type { AttachedTable, EvidenceItem } from '@/prisma/generated/client'
import { ingestLogJob } from './jobs'

/** Where rows wait to be sealed, one file per item. */
export const attachingFolder = () => join(env.home, 'attaching')

type Item = EvidenceItem & { table: AttachedTable }

/**
 * Reads and seals the rows of one item that waits for it, in one change with its events. May be run any number of times and be
 * killed anywhere: it asks the table anew. What the server refuses becomes a refusal; what a retry may mend is thrown.
 */
export async function attachTable(
  actor: SystemActor,
  { evidenceId, isLastAttempt }: { evidenceId: string; isLastAttempt: boolean },
): Promise<void> {
  const item = await attachedItem(evidenceId)
  if (item?.state !== 'SEALING') return
  const path = join(attachingFolder(), evidenceId)
  try {
    await rm(path, { force: true })
    await mkdir(attachingFolder(), { recursive: true, mode: 0o700 })
    const { rows } = await readTable(item.table, path)
    if (rows === 0) throw new AppError('invalid-input', 'The query gave no rows, and no rows prove nothing.')
    const hashed = await hashFile(path)
    await keepFile(path, hashed)
    await seal(actor, item, { ...hashed, rows })
  } catch (error) {
    if (!isLastAttempt && mayPass(error)) throw error
    await refuse(actor, item, sentenceFor(error))
  } finally {
    await rm(path, { force: true })
  }
}

/** Asks the table again and records whether its rows are those that were sealed. The sealed rows stay what they are. */
export async function compareTable(actor: SystemActor, { evidenceId }: { evidenceId: string }): Promise<void> {
  const item = await attachedItem(evidenceId)
  if (item?.state !== 'SEALED' || !item.sha256) return
  const { name, caseId } = item
  const { rows, sha256 } = await readTable(item.table)
  const agrees = sha256 === toHex(item.sha256)
  const checked = {
    checkedAt: now(),
    checkedRows: BigInt(rows),
    checkedSha256: new Uint8Array(Buffer.from(sha256, 'hex')),
  }
  await transact(actor, async ({ tx, record }) => {
    await tx.attachedTable.update({ where: { evidenceId }, data: checked })
    record({ type: 'table.compared', caseId, data: { evidenceId, name, rows, sha256, agrees } })
  })
}

async function attachedItem(id: string): Promise<Item | null> {
  const item = await db.evidenceItem.findUnique({ where: { id }, include: { table: true } })
  return item?.table ? { ...item, table: item.table } : null
}

/** The list of tables may have become shorter since: the query is judged each time that it is run. */
async function readTable({ connection, query, columns }: AttachedTable, path?: string): Promise<AttachedSeal> {
  const known = attachConnection(connection)
  const checked = await checkedQuery(interactiveEngine(), query, known.tables)
  const engine = attachedEngine(known)
  try {
    return await readAttached({ engine, query: checked, columns: JSON.parse(columns) }, path)
  } finally {
    await engine.close()
  }
}

async function seal(actor: SystemActor, item: Item, { sha256, size, rows }: Hashed & { rows: number }): Promise<void> {
  const { id: evidenceId, caseId, name } = item
  await transact(actor, async (door) => {
    const { tx, record, enqueue } = door
    await lockCase(tx, caseId)
    await tx.blob.createMany({ data: [{ sha256, size, createdAt: now() }], skipDuplicates: true })
    const change = { state: 'SEALED', sha256, size, sealedAt: now() } as const
    await tx.evidenceItem.update({ where: { id: evidenceId, state: 'SEALING' }, data: change })
    await tx.attachedTable.update({ where: { evidenceId }, data: { rows: BigInt(rows) } })
    const sealed = { evidenceId, name, sha256: toHex(sha256), size: String(size), rows }
    record({ type: 'evidence.sealed', caseId, data: sealed })
    await enqueue(ingestLogJob, { evidenceId }, { key: `ingest-log:${evidenceId}` })
    await materialChanged(door, caseId, `“${name}” was added as evidence.`)
  })
}

async function refuse(actor: SystemActor, item: Item, reason: string): Promise<void> {
  const { id: evidenceId, caseId, name } = item
  await transact(actor, async ({ tx, record }) => {
    await tx.evidenceItem.update({ where: { id: evidenceId, state: 'SEALING' }, data: { state: 'REFUSED', reason } })
    record({ type: 'evidence.refused', caseId, data: { evidenceId, name, reason } })
  })
}

const mayPass = (error: unknown) => error instanceof AppError && error.code === 'unavailable'

/** The server's own words may hold data of other tables: they go to the log alone. */
function sentenceFor(error: unknown): string {
  if (error instanceof AppError) return error.publicMessage
  log.warn({ err: error }, 'an attached query failed')
  return 'The server of this table refused the query. Look whether its columns exist and whether it may read the table.'
}
