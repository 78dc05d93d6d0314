/** The first records of an original, as the reading would take them: the same bytes, layout and positions. */

import { randomUUID } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/lib/platform/errors'
import type { SourceRecord } from '@/lib/signals/formats/log-format'
import type { DecompressionLimits } from './byte-budget'
import { concernsMember } from './item-fault'
import { layoutOf, sampleOf } from './layout'
import { membersOf } from './members'
import { readHead } from './read-head'
import { type Chunk, ChunkBuilder, type RecordSink } from './record-sink'
import type { RejectionCode } from './rejection'

export type FirstRecords = {
  /** Those that are JSON objects, parsed. */
  sample: SourceRecord[]
  /** All of them, also those that were refused; to be staged like any chunk. */
  chunk: Chunk
}

const firstCount = 100

/**
 * Of an archive those of its first file with records. `folder` takes what must be unpacked to be read, and keeps nothing.
 * Throws `AppError` for a file that is no text of records, is broken, or passes a limit.
 */
export async function firstRecords(path: string, limits: DecompressionLimits, folder: string): Promise<FirstRecords> {
  const { size } = await stat(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, `first-records-${randomUUID()}`)
  for await (const member of membersOf({ path, storedBytes: size, limits, temporary, onRead: () => undefined })) {
    if (member.kind !== 'text') continue
    try {
      return await firstOf(member.bytes)
    } catch (error) {
      if (member.name === null || !concernsMember(error)) throw error
    }
  }
  throw new AppError(
    'unsupported',
    'There is no text of records in this file to map. Export the log as JSON lines or CSV.',
  )
}

async function firstOf(bytes: AsyncIterable<Buffer>): Promise<FirstRecords> {
  const { head, rest } = await readHead(bytes)
  const { done } = await rest[Symbol.asyncIterator]().next()
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
