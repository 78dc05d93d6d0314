/** The first records of an original, as the reading would take them: the same bytes, layout and positions. */

import { stat } from 'node:fs/promises'
import type { SourceRecord } from '@/lib/signals/formats/log-format'
import { layoutOf, sampleOf } from './layout'
import { type DecompressionLimits, originalBytes } from './original-bytes'
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

/** Throws `AppError` for a file that is no text of records, is broken, or passes a limit. */
export async function firstRecords(path: string, limits: DecompressionLimits): Promise<FirstRecords> {
  const { size } = await stat(path)
  const bytes = originalBytes(path, size, limits, () => undefined)
  try {
    const { head } = await readHead(bytes)
    const { done } = await bytes.next()
    const layout = layoutOf(head)
    const sink = new FirstSink()
    const splitter = layout.splitter(sink)
    splitter.push(head.subarray(layout.skip))
    if (done) splitter.end()
    return { sample: sampleOf(head, layout), chunk: sink.chunk() }
  } finally {
    await bytes.return(undefined)
  }
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
