/**
 * Makes a dataset of a usage log, of one file or an archive of many: every non-blank record becomes a row of a sorted Parquet
 * or a rejection with its reason.
 * The same original gives the same bytes, whenever and with however many threads it is read.
 */

import { createHash, randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import type { MappedFormat } from '@/lib/signals/formats/mapped-format'
import type { NamedMapping } from '@/lib/signals/mapping/log-mapping'
import type { DecompressionLimits } from './byte-budget'
import { ChunkQueue, type Workplace } from './chunk-queue'
import { gatherStages } from './gather-stages'
import { forgetRows, KeptRows } from './kept-rows'
import { membersOf } from './members'
import { MemberReader } from './read-members'
import { RejectFile } from './reject-file'
import { sha256Of } from './sha256-of'
import { dropStage, exportParquet, removeRows, stagesNamed } from './stage'

export type IngestProgress = { done: number; total: number; unit: 'bytes' | 'rows' }

export type IngestRequest = {
  engine: Engine
  source: { path: string; name: string }
  /** A format, or the id of one in formats/recognise-format.ts; without one the content decides. */
  format?: string | LogFormat
  /** Formats to try, the first one first, where the content is of none that we know. */
  further?: readonly LogFormat[]
  /** Where the results go; must be reachable by the engine under the same path. */
  outDir: string
  limits: DecompressionLimits
  /** Whether what was read of lines stays in `outDir` when this one is killed, or fails, for another to go on behind it. */
  keepsRows?: boolean
  /** Bytes of lines that the engine is given at once; 64 MiB unless it is said. */
  chunkBytes?: number
  onProgress?: (progress: IngestProgress) => void
}

export type IngestResult = {
  /** Id of the format; of an archive that holds several, each in the order in which they came, joined by “+”. */
  format: string
  /** The saved mapping that it was read by; null for a format of ours. */
  mapping: NamedMapping | null
  /** Of the Parquet, as hexadecimal. */
  sha256: string
  rows: number
  rejected: number
  /** Distinct accounts that the log names. */
  accounts: number
  from: string | null
  to: string | null
  parquetPath: string
  rejectsPath: string | null
  /** Columns with at least one value. */
  columnsPresent: CanonicalColumn[]
}

/** Every file of an unfinished ingest begins with this. */
export const temporaryPrefix = 'ingest-tmp-'

/** Removes what killed ingests into `outDir` left there and in the engine. Call it only while none runs there. */
export async function removeIngestLeftovers(engine: Engine, outDir: string): Promise<void> {
  const names = (await readdir(outDir)).filter((name) => name.startsWith(temporaryPrefix))
  await Promise.all(names.map((name) => rm(join(outDir, name), { force: true })))
  for (const table of await stagesNamed(engine, stagePrefix(outDir))) await dropStage(engine, table)
}

/** Tells the tables of one folder's ingests from all others. */
const stagePrefix = (outDir: string) => `stage_${createHash('sha256').update(outDir).digest('hex').slice(0, 16)}_`

/**
 * Reads the log at `source.path` and writes `<sha256>.parquet`, and `<sha256>.rejects.jsonl` when something was refused, into
 * `outDir`. Throws `AppError` for a file that is no log, is broken, or passes a limit; then nothing but kept rows stays behind.
 */
export async function ingestLog(request: IngestRequest): Promise<IngestResult> {
  const name = randomUUID().replaceAll('-', '')
  const { engine, outDir } = request
  const temporary = join(outDir, `${temporaryPrefix}${name}`)
  const kept = request.keepsRows ? new KeptRows({ engine, folder: outDir, temporary }) : null
  const work: Work = { ...request, table: `${stagePrefix(outDir)}${name}`, temporary, kept }
  try {
    const result = await ingest(work)
    if (kept) await forgetRows(outDir)
    return result
  } finally {
    for (const table of await stagesNamed(engine, work.table).catch(() => []))
      await dropStage(engine, table).catch(() => undefined)
    await removeOwn(work)
  }
}

type Work = IngestRequest & Workplace

async function ingest(work: Work): Promise<IngestResult> {
  const rejects = new RejectFile(`${work.temporary}.rejects`)
  const { tables, records } = await readOriginal(work, rejects).finally(() => rejects.close())
  const { table, summary, stagedRows } = await gatherStages(work.engine, tables)
  if (stagedRows + rejects.count !== records) {
    throw new Error(`${records} records became ${stagedRows} rows and ${rejects.count} rejections`)
  }
  const progress = (done: number) => work.onProgress?.({ done, total: summary.rows, unit: 'rows' })
  progress(0)
  const parquet = `${work.temporary}.parquet`
  await exportParquet(work.engine, table, parquet)
  const sha256 = await sha256Of(parquet)
  const parquetPath = join(work.outDir, `${sha256}.parquet`)
  const rejectsPath = rejects.count > 0 ? join(work.outDir, `${sha256}.rejects.jsonl`) : null
  if (rejectsPath) await rename(`${work.temporary}.rejects`, rejectsPath)
  await rename(parquet, parquetPath)
  progress(summary.rows)
  const { columns: columnsPresent, ...counts } = summary
  const formats = [...tables.keys()]
  const named = formats.find((format): format is MappedFormat => 'named' in format)?.named ?? null
  const files = { sha256, parquetPath, rejectsPath }
  const format = formats.map(({ id }) => id).join('+')
  return { format, mapping: named, ...files, ...counts, rejected: rejects.count, columnsPresent }
}

async function readOriginal(work: Work, rejects: RejectFile): Promise<ChunkQueue> {
  const { source, limits, temporary } = work
  const { size } = await stat(source.path)
  const onRead = (done: number) => work.onProgress?.({ done, total: size, unit: 'bytes' })
  const queue = new ChunkQueue(work, rejects)
  const reader = new MemberReader(queue, work)
  try {
    for await (const member of membersOf({ path: source.path, storedBytes: size, limits, temporary, onRead })) {
      await reader.read(member)
    }
    await reader.finish()
  } finally {
    await queue.idle()
  }
  for (const table of queue.tables.values()) {
    queue.records -= await removeRows(work.engine, table, reader.damaged)
  }
  return queue
}

async function removeOwn({ temporary }: Work): Promise<void> {
  await Promise.all([`${temporary}.parquet`, `${temporary}.rejects`].map((path) => rm(path, { force: true })))
}
