/** Joins two datasets of a case into a third, which has both as parents: once, however often it is run or killed. */

import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { requestSignals } from '@/lib/analysis/commands'
import { prepareTimeIndex } from '@/lib/analysis/explorer/time-indexes'
import { toHex } from '@/lib/custody/hex'
import type { SystemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { must } from '@/lib/platform/policy'
import { blobPath, incomingFolder, putFile, type Stored } from '@/lib/platform/storage'
import { lockCase } from '@/lib/review/stale'
import { type CompletionResult, completeDataset } from '@/lib/signals/brought/complete-dataset'
import { type Completion, offeredCompletion } from '@/lib/signals/brought/completions'
import { dropStage } from '@/lib/signals/ingest/stage'
import { joinedReader, type Parent, parentOf, whyNotJoined } from './join-parents'

/** What a retry may mend is tried this often before it becomes a failure that a person sees. */
const tries = 6

type Asked = { mainId: string; otherId: string; attempt: number }
type Joined = { result: CompletionResult; parquet: Stored }

/**
 * Makes the dataset of `mainId` completed by `otherId` with its lineage and event, and asks for its signals in the same change. Does
 * nothing when there is one already. What cannot be joined becomes an event with a sentence; what a retry may mend is thrown.
 */
export async function joinDatasets(actor: SystemActor, { mainId, otherId, attempt }: Asked): Promise<void> {
  const [main, other] = [await parentOf(mainId), await parentOf(otherId)]
  if (!main || !other) return
  const key = { evidenceId: main.evidenceId, readerVersion: joinedReader(main, other) }
  if (await db.dataset.findUnique({ where: { evidenceId_readerVersion: key } })) return
  const folder = join(incomingFolder(), `${process.pid}-join-${mainId}`)
  try {
    must(whyNotJoined(main, other))
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const joined = await make({ main, other }, join(folder, 'joined.parquet'))
    await keep(actor, { main, other }, joined)
    await prepareTimeIndex({ ...joined.parquet, rows: joined.result.rows })
  } catch (error) {
    if (attempt < tries && isWorthRetrying(error)) throw error
    if (!(error instanceof AppError)) log.error({ err: error, mainId, otherId }, 'two logs could not be joined')
    await fail(actor, { main, other }, publicMessageOf(error))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const isWorthRetrying = (error: unknown) => !(error instanceof AppError) || error.code === 'unavailable'

type Pair = { main: Parent; other: Parent }

async function make({ main, other }: Pair, path: string): Promise<Joined> {
  const engine = batchEngine()
  const known = ({ format, columns }: Parent) => ({ format, columnsPresent: columns })
  const completion = offeredCompletion(known(main), known(other)) as Completion
  const table = `joining_${createHash('sha256').update(`${main.id} ${other.id}`).digest('hex').slice(0, 24)}`
  // A killed attempt may have left its table.
  await dropStage(engine, table)
  const files = { main: blobPath(main.sha256), others: [blobPath(other.sha256)] }
  const result = await completeDataset({ engine, completion, ...files, table, path })
  if (result.completed === 0)
    throw new AppError(
      'conflict',
      `No request of “${main.evidence.name}” is in “${other.evidence.name}”: nothing was joined.`,
    )
  return { result, parquet: await putFile(path) }
}

async function keep(actor: SystemActor, { main, other }: Pair, { result, parquet }: Joined): Promise<void> {
  const { caseId, evidenceId, format, mappingId, rejected, rejectsSha256 } = main
  const { rows, accounts, from, to, columns, completed, ambiguous } = result
  const createdAt = now()
  await transact(actor, async ({ tx, record }) => {
    await lockCase(tx, caseId)
    const key = { evidenceId, readerVersion: joinedReader(main, other) }
    if (await tx.dataset.findUnique({ where: { evidenceId_readerVersion: key } }))
      throw new AppError('conflict', 'They were joined already.')
    await tx.blob.createMany({ data: { ...parquet, createdAt }, skipDuplicates: true })
    const { id: datasetId } = await tx.dataset.create({
      data: {
        ...{
          caseId,
          ...key,
          format,
          mappingId,
          ...parquet,
          rejected,
          rejectsSha256,
          columns,
          rows: BigInt(rows),
          accounts,
        },
        ...{ createdAt, from: from === null ? null : new Date(from), until: to === null ? null : new Date(to) },
        parents: { create: [main, other].map(({ id }, position) => ({ parentId: id, position })) },
      },
    })
    const parents = [main, other].map(({ id, evidence, sha256 }) => ({
      datasetId: id,
      name: evidence.name,
      sha256: toHex(sha256),
    }))
    const data = { datasetId, evidenceId, sha256: toHex(parquet.sha256), rows, completed, ambiguous, parents }
    record({ type: 'dataset.joined', caseId, data })
    await requestSignals(actor, { caseId, datasetIds: [datasetId] })
  })
}

async function fail(actor: SystemActor, { main, other }: Pair, reason: string): Promise<void> {
  const { evidenceId, caseId, evidence } = main
  const data = { evidenceId, name: evidence.name, other: other.evidence.name, parents: [main.id, other.id], reason }
  await transact(actor, async ({ record }) => record({ type: 'dataset.join-failed', caseId, data }))
}
