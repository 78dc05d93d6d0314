/** The first records of an original, as the reading would take them: the same bytes, layout and positions. */

import { randomUUID } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import type { SourceRecord } from '@/lib/signals/formats/log-format'
import type { DecompressionLimits } from './byte-budget'
import { concernsMember, damageAt } from './item-fault'
import { type Member, readable } from './layer'
import { layoutOf, sampleOf } from './layout'
import { membersOf } from './members'
import { readHead } from './read-head'
import { type Chunk, ChunkBuilder, type RecordSink } from './record-sink'
import type { RejectionCode } from './rejection'
import { blamingFile, parquetSample } from './stage-parquet'
import { openTable } from './workbook-lines'

export type FirstRecords = {
  /** Those that are JSON objects, parsed. */
  sample: SourceRecord[]
  /** All of them, also those that were refused; to be staged like any chunk. */
  chunk: Chunk
}

const firstCount = 100

type Place = { engine: Engine; limits: DecompressionLimits; folder: string }
type Packed = Extract<Member, { path: string }>

/**
 * Of an archive those of its first file with records. `folder` takes what must be unpacked to be read, and keeps nothing; the
 * engine must reach it. Throws `AppError` for a file that holds no records, is broken, or passes a limit.
 */
export async function firstRecords(path: string, { engine, limits, folder }: Place): Promise<FirstRecords> {
  const { size } = await stat(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, `first-records-${randomUUID()}`)
  for await (const member of membersOf({ path, storedBytes: size, limits, temporary, onRead: () => undefined })) {
    try {
      if (member.kind === 'text') return await firstOf(member.bytes)
      if (member.kind === 'workbook') return await firstOfWorkbook(member, `${temporary}.strings`)
      if (member.kind === 'parquet') return await firstOfParquet(member, engine)
    } catch (error) {
      if (member.name === null || !concernsMember(error)) throw error
    }
  }
  throw new AppError('unsupported', 'There are no records in this file to map. Export the log as JSON lines or CSV.')
}

async function firstOfWorkbook({ name, path, budget }: Packed, temporary: string): Promise<FirstRecords> {
  const damaged = (cause: unknown) => (cause instanceof AppError ? cause : damageAt({ name }, 'workbook', cause))
  const table = await openTable(path, temporary, budget).catch((cause: unknown) => {
    throw damaged(cause)
  })
  try {
    return await firstOf(readable(table.lines, damaged))
  } finally {
    table.close()
  }
}

async function firstOfParquet({ name, path }: Packed, engine: Engine): Promise<FirstRecords> {
  const sample = await blamingFile(parquetSample(engine, path), (cause) => damageAt({ name }, 'Parquet data', cause))
  const builder = new ChunkBuilder()
  for (const record of sample.slice(0, firstCount)) builder.record(Buffer.from(JSON.stringify(record)), 0, 0)
  return { sample, chunk: builder.take() }
}

async function firstOf(bytes: AsyncIterable<Buffer>): Promise<FirstRecords> {
  const { head, rest } = await readHead(bytes)
  const after = rest[Symbol.asyncIterator]()
  const { done } = await after.next()
  await after.return?.()
  const layout = layoutOf(head)
  const sink = new FirstSink()
  const splitter = layout.splitter(sink)
  splitter.push(head.subarray(layout.skip))
  if (done) splitter.end()
  return { sample: sampleOf(head, layout), chunk: sink.chunk() }
}

/** Lets the first records through and drops the rest. */
class FirstSink implements RecordSink {
  private readonly builder = new ChunkBuilder()
  private count = 0

  chunk(): Chunk {
    return this.builder.take()
  }

  record(bytes: Buffer, byteOffset: number, byteLength: number): void {
    if (this.takes()) this.builder.record(bytes, byteOffset, byteLength)
  }

  blank(): void {
    if (this.count < firstCount) this.builder.blank()
  }

  reject(code: RejectionCode, head: Buffer, byteOffset: number, byteLength: number): void {
    if (this.takes()) this.builder.reject(code, head, byteOffset, byteLength)
  }

  private takes(): boolean {
    this.count += 1
    return this.count <= firstCount
  }
}
