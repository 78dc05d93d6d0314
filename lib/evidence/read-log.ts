/** Reads a sealed usage log into its dataset: once per item and reader, however often it is run or killed. */

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { requestSignals } from '@/lib/analysis/commands'
import { toHex } from '@/lib/custody/hex'
import type { SystemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { batchEngine } from '@/lib/platform/engine'
import { env } from '@/lib/platform/env'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { progressNote } from '@/lib/platform/progress'
import { blobPath, putFile, type Stored } from '@/lib/platform/storage'
import {
  type IngestProgress,
  type IngestResult,
  ingestLog,
  removeIngestLeftovers,
} from '@/lib/signals/ingest/ingest-log'
import type { EvidenceItem } from '@/prisma/generated/client'

/** Raised when the same original would give other rows. */
export const readerVersion = '1'

/** What a retry may mend is tried this often before it becomes a failure that a person sees. */
const tries = 6

type Asked = { evidenceId: string; attempt: number }
type Made = { result: IngestResult; parquet: Stored; rejects: Stored | null }

export const readingFolder = () => join(env.home, 'reading')

/**
 * Makes the dataset of a sealed usage log with its event, and asks for its signals in the same change. An item that is no sealed log,
 * or has its dataset, is left alone. What cannot be read becomes a failure with a sentence; what a retry may mend is thrown.
 */
export async function readLog(actor: SystemActor, { evidenceId, attempt }: Asked): Promise<void> {
  const item = await db.evidenceItem.findUnique({ where: { id: evidenceId }, include: { datasets: true } })
  if (item?.state !== 'SEALED' || item.kind !== 'USAGE_LOG') return
  const progress = progressNote(evidenceId)
  if (item.datasets.some((dataset) => dataset.readerVersion === readerVersion)) return progress.end()
  const folder = join(readingFolder(), evidenceId)
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await removeIngestLeftovers(batchEngine(), folder)
    await keepDataset(
      actor,
      item,
      await make(item, folder, (step) => progress.note({ ...step, step: stepNames[step.unit] })),
    )
  } catch (error) {
    if (attempt < tries && isWorthRetrying(error)) throw error
    if (!(error instanceof AppError)) log.error({ err: error, evidenceId }, 'a log could not be read')
    await failReading(actor, item, publicMessageOf(error))
  } finally {
    await rm(folder, { recursive: true, force: true })
    await progress.end()
  }
}

const stepNames = { bytes: 'Reading the log', rows: 'Sorting its rows' } as const

const isWorthRetrying = (error: unknown) => !(error instanceof AppError) || error.code === 'unavailable'

async function make(item: EvidenceItem, outDir: string, onProgress: (step: IngestProgress) => void): Promise<Made> {
  const { maxDecompressedBytes, maxDecompressionRatio } = env
  const result = await ingestLog({
    engine: batchEngine(),
    source: { path: blobPath(item.sha256 as Uint8Array), name: item.name },
    outDir,
    limits: { maxDecompressedBytes, maxDecompressionRatio },
    onProgress,
  })
  const parquet = await putFile(result.parquetPath)
  if (toHex(parquet.sha256) !== result.sha256)
    throw new Error('The dataset changed between being made and being stored.')
  return { result, parquet, rejects: result.rejectsPath ? await putFile(result.rejectsPath) : null }
}

async function keepDataset(actor: SystemActor, item: EvidenceItem, { result, parquet, rejects }: Made): Promise<void> {
  const { id: evidenceId, caseId } = item
  const { format, sha256, rows, rejected, accounts, from, to, columnsPresent: columns } = result
  const createdAt = now()
  const blobs = [parquet, ...(rejects ? [rejects] : [])].map((stored) => ({ ...stored, createdAt }))
  await transact(actor, async ({ tx, record }) => {
    await tx.blob.createMany({ data: blobs, skipDuplicates: true })
    const dataset = await tx.dataset.create({
      data: {
        ...{ caseId, evidenceId, format, readerVersion, ...parquet, rejectsSha256: rejects?.sha256 ?? null, columns },
        ...{ rows: BigInt(rows), rejected: BigInt(rejected), accounts, createdAt },
        ...{ from: from === null ? null : new Date(from), until: to === null ? null : new Date(to) },
      },
    })
    await tx.evidenceItem.update({ where: { id: evidenceId, state: 'SEALED' }, data: { readFailure: null } })
    const data = { datasetId: dataset.id, evidenceId, sha256, rows, rejected, format }
    record({ type: 'dataset.made', caseId, data })
    await requestSignals(actor, { caseId, datasetIds: [dataset.id] })
  })
}

async function failReading(
  actor: SystemActor,
  { id: evidenceId, caseId, name }: EvidenceItem,
  reason: string,
): Promise<void> {
  await transact(actor, async ({ tx, record }) => {
    await tx.evidenceItem.update({ where: { id: evidenceId }, data: { readFailure: reason } })
    record({ type: 'dataset.failed', caseId, data: { evidenceId, name, reason } })
  })
}
