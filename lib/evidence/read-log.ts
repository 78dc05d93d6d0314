/** Reads a sealed usage log into its dataset: once per item and reader, however often it is run or killed. */

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { requestSignals } from '@/lib/analysis/commands'
import { prepareTimeIndex } from '@/lib/analysis/explorer/time-indexes'
import { toHex } from '@/lib/custody/hex'
import type { SystemActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { readingEngine } from '@/lib/platform/engine'
import { env } from '@/lib/platform/env'
import { AppError, publicMessageOf } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { progressNote } from '@/lib/platform/progress'
import { blobPath, putFile, type Stored } from '@/lib/platform/storage'
import { mappedFormat } from '@/lib/signals/formats/mapped-format'
import { UnknownFormat } from '@/lib/signals/formats/recognise-format'
import {
  type IngestProgress,
  type IngestResult,
  ingestLog,
  removeIngestLeftovers,
} from '@/lib/signals/ingest/ingest-log'
import type { Dataset, EvidenceItem } from '@/prisma/generated/client'
import { mappingById, mappingCited, type SavedMapping, savedMappings } from './saved-mappings'
import { isLog } from './schema'

/** Raised when the same original would give other rows, or the same rows in other bytes. */
export const readerVersion = '2'

/** A smaller original is read again in a few minutes; keeping its rows on the way makes every reading longer by a quarter. */
export const leastBytesKept = 10 * 1024 ** 3

/** What a retry may mend is tried this often before it becomes a failure that a person sees. */
const tries = 6

type Asked = { evidenceId: string; attempt: number; mappingId?: string }
type Keeping = { leastBytes?: number }
type Made = { result: IngestResult; parquet: Stored; rejects: Stored | null }

export const readingFolder = () => join(env.home, 'reading')

/**
 * Makes the dataset of a sealed usage log with its event, and asks for its signals in the same change. An item that is no sealed log,
 * or has its dataset, is left alone. What cannot be read becomes a failure with a sentence; what a retry may mend is thrown. An original
 * of `leastBytes` or more is read on where a killed reading, or one whose engine died, had come to.
 */
export async function readLog(actor: SystemActor, asked: Asked, { leastBytes = leastBytesKept }: Keeping = {}) {
  const { evidenceId, attempt, mappingId } = asked
  const item = await db.evidenceItem.findUnique({ where: { id: evidenceId }, include: { datasets: true } })
  if (item?.state !== 'SEALED' || !isLog(item.kind)) return
  const progress = progressNote(evidenceId)
  const chosen = mappingId ? await mappingById(mappingId) : null
  if (item.datasets.some((dataset) => isReadBy(dataset, chosen))) return progress.end()
  const folder = join(readingFolder(), evidenceId)
  let goesOn = false
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await removeIngestLeftovers(readingEngine(), folder)
    const onProgress = (step: IngestProgress) => progress.note({ ...step, step: stepNames[step.unit] })
    const keepsRows = item.size >= leastBytes
    const made = await make(item, { outDir: folder, keepsRows, onProgress }, chosen)
    await keepDataset(actor, item, made)
    await prepareTimeIndex({ ...made.parquet, rows: made.result.rows })
  } catch (error) {
    goesOn = attempt < tries && error instanceof AppError && error.code === 'unavailable'
    if (attempt < tries && isWorthRetrying(error)) throw error
    if (!(error instanceof AppError)) log.error({ err: error, evidenceId }, 'a log could not be read')
    await failReading(actor, item, error)
  } finally {
    if (!goesOn) await rm(folder, { recursive: true, force: true })
    await progress.end()
  }
}

/** With a mapping the reader is another: the same original gives other rows. */
const readerOf = ({ sha256 }: SavedMapping) => `${readerVersion}+${sha256.slice(0, 16)}`

/** Without a chosen mapping, whatever this reader made of it will do. */
const isReadBy = ({ readerVersion: by }: Dataset, chosen: SavedMapping | null) =>
  chosen ? by === readerOf(chosen) : by === readerVersion || by.startsWith(`${readerVersion}+`)

const stepNames = { bytes: 'Reading the log', rows: 'Sorting its rows' } as const

const isWorthRetrying = (error: unknown) => !(error instanceof AppError) || error.code === 'unavailable'

type Reading = { outDir: string; keepsRows: boolean; onProgress: (step: IngestProgress) => void }

async function make(item: EvidenceItem, reading: Reading, chosen: SavedMapping | null): Promise<Made> {
  const { maxDecompressedBytes, maxDecompressionRatio } = env
  const further = chosen ? [] : (await savedMappings()).map((saved) => mappedFormat(saved.mapping, saved))
  const result = await ingestLog({
    engine: readingEngine(),
    source: { path: blobPath(item.sha256 as Uint8Array), name: item.name },
    format: chosen ? mappedFormat(chosen.mapping, chosen) : undefined,
    further,
    limits: { maxDecompressedBytes, maxDecompressionRatio },
    ...reading,
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
  const mapping = result.mapping as SavedMapping | null
  const blobs = [parquet, ...(rejects ? [rejects] : [])].map((stored) => ({ ...stored, createdAt }))
  await transact(actor, async ({ tx, record }) => {
    await tx.blob.createMany({ data: blobs, skipDuplicates: true })
    const dataset = await tx.dataset.create({
      data: {
        ...{ readerVersion: mapping ? readerOf(mapping) : readerVersion, mappingId: mapping?.id ?? null },
        ...{ caseId, evidenceId, format, ...parquet, rejectsSha256: rejects?.sha256 ?? null, columns },
        ...{ rows: BigInt(rows), rejected: BigInt(rejected), accounts, createdAt },
        ...{ from: from === null ? null : new Date(from), until: to === null ? null : new Date(to) },
      },
    })
    await tx.evidenceItem.update({
      where: { id: evidenceId, state: 'SEALED' },
      data: { readFailure: null, unknownFormat: false },
    })
    const cited = mapping ? { mapping: mappingCited(mapping) } : {}
    const data = { datasetId: dataset.id, evidenceId, sha256, rows, rejected, format, ...cited }
    record({ type: 'dataset.made', caseId, data })
    await requestSignals(actor, { caseId, datasetIds: [dataset.id] })
  })
}

async function failReading(actor: SystemActor, item: EvidenceItem, error: unknown): Promise<void> {
  const { id: evidenceId, caseId, name } = item
  const readFailure = publicMessageOf(error)
  const unknownFormat = error instanceof UnknownFormat
  const reason = unknownFormat ? error.found : readFailure
  await transact(actor, async ({ tx, record }) => {
    await tx.evidenceItem.update({ where: { id: evidenceId }, data: { readFailure, unknownFormat } })
    record({ type: 'dataset.failed', caseId, data: { evidenceId, name, reason } })
  })
}
