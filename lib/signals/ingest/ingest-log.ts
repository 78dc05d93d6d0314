/**
 * Makes a dataset of a usage log: every non-blank record becomes a row of a sorted Parquet or a rejection with its reason.
 * The same original gives the same bytes, whenever and with however many threads it is read.
 */

import { createHash, randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import type { MappedFormat } from '@/lib/signals/formats/mapped-format'
import { recogniseFormat } from '@/lib/signals/formats/recognise-format'
import type { NamedMapping } from '@/lib/signals/mapping/log-mapping'
import { joinedStage, joinParts } from './join-parts'
import { layoutOf, sampleOf } from './layout'
import { type DecompressionLimits, originalBytes } from './original-bytes'
import { readHead } from './read-head'
import { type Chunk, ChunkBuilder } from './record-sink'
import { RejectFile } from './reject-file'
import { sha256Of } from './sha256-of'
import { createStage, dropStage, exportParquet, mergeStage, stageChunk, stagesNamed, summarise } from './stage'

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
  onProgress?: (progress: IngestProgress) => void
}

export type IngestResult = {
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
const chunksInFlight = 2
/** Parts of a stage that are read side by side without being merged. */
const fewParts = 48

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
 * `outDir`. Throws `AppError` for a file that is no log, is broken, or passes a limit; then nothing stays behind.
 */
export async function ingestLog(request: IngestRequest): Promise<IngestResult> {
  const name = randomUUID().replaceAll('-', '')
  const work: Work = {
    ...request,
    table: `${stagePrefix(request.outDir)}${name}`,
    temporary: join(request.outDir, `${temporaryPrefix}${name}`),
  }
  try {
    await createStage(request.engine, work.table)
    return await ingest(work)
  } finally {
    for (const table of [work.table, joinedStage(work.table)])
      await dropStage(request.engine, table).catch(() => undefined)
    await removeOwn(work)
  }
}

type Work = IngestRequest & { table: string; temporary: string }

async function ingest(work: Work): Promise<IngestResult> {
  const rejects = new RejectFile(`${work.temporary}.rejects`)
  const { format, records } = await readOriginal(work, rejects).finally(() => rejects.close())
  const staged = await summarise(work.engine, work.table)
  if (staged.rows + rejects.count !== records) {
    throw new Error(`${records} records became ${staged.rows} rows and ${rejects.count} rejections`)
  }
  const { parts } = format
  const { table, summary } = parts
    ? await joinParts(work.engine, work.table, parts)
    : { table: work.table, summary: staged }
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
  const mapping = 'named' in format ? (format as MappedFormat).named : null
  const files = { sha256, parquetPath, rejectsPath }
  return { format: format.id, mapping, ...files, ...counts, rejected: rejects.count, columnsPresent }
}

async function readOriginal(work: Work, rejects: RejectFile): Promise<{ format: LogFormat; records: number }> {
  const { size } = await stat(work.source.path)
  const onRead = (done: number) => work.onProgress?.({ done, total: size, unit: 'bytes' })
  const { head, rest } = await readHead(originalBytes(work.source.path, size, work.limits, onRead))
  const layout = layoutOf(head)
  const format = recogniseFormat(sampleOf(head, layout), work.format, work.further)
  const builder = new ChunkBuilder()
  const splitter = layout.splitter(builder)
  const queue = new ChunkQueue(work, format, rejects)
  splitter.push(head.subarray(layout.skip))
  for await (const piece of rest) {
    splitter.push(piece)
    if (builder.isFull) await queue.add(builder.take())
  }
  splitter.end()
  await queue.add(builder.take())
  return { format, records: await queue.finish() }
}

/** Stages a few chunks at a time and writes their rejections in order. */
class ChunkQueue {
  private running: Promise<() => Promise<void>>[] = []
  private records = 0
  private chunks = 0

  constructor(
    private readonly work: Work,
    private readonly format: LogFormat,
    private readonly rejects: RejectFile,
  ) {}

  async add(chunk: Chunk): Promise<void> {
    this.records += chunk.records
    this.chunks += 1
    if (this.chunks === fewParts) await mergeStage(this.work.engine, this.work.table)
    if (this.running.length >= chunksInFlight) await this.settleFirst()
    const staging = this.stage(chunk)
    staging.catch(() => undefined)
    this.running.push(staging)
  }

  async finish(): Promise<number> {
    while (this.running.length > 0) await this.settleFirst()
    return this.records
  }

  private async settleFirst(): Promise<void> {
    const writeRejections = await this.running.shift()
    await writeRejections?.()
  }

  private async stage(chunk: Chunk): Promise<() => Promise<void>> {
    const path = `${this.work.temporary}.chunk-${chunk.first}`
    await writeFile(path, chunk.lines, { flag: 'wx' })
    try {
      const refused = await stageChunk(this.work.engine, this.work.table, this.format, {
        path,
        first: chunk.first,
        positions: chunk.positions,
      })
      const all = [...chunk.rejections, ...refused.map(({ position, code }) => chunk.rejection(position, code))]
      return () => this.rejects.write(all.sort((a, b) => a.position - b.position))
    } finally {
      chunk.release()
      await rm(path, { force: true })
    }
  }
}

async function removeOwn({ temporary }: Work): Promise<void> {
  await Promise.all([`${temporary}.parquet`, `${temporary}.rejects`].map((path) => rm(path, { force: true })))
}
