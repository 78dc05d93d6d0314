/** The rejected records of one original, one JSON object a line, in the order of the original. */

import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Rejection } from './rejection'

/** A file that comes into being with the first rejection. */
export class RejectFile {
  count = 0
  private stream: WriteStream | null = null
  private readonly path: string

  constructor(path: string) {
    this.path = path
  }

  async write(rejections: readonly Rejection[]): Promise<void> {
    if (rejections.length === 0) return
    this.stream ??= createWriteStream(this.path, { flags: 'wx' })
    this.count += rejections.length
    for (const { position, member, byteOffset, byteLength, reason, text } of rejections) {
      const place = { position, ...(member === null ? {} : { member }) }
      const line = JSON.stringify({ ...place, byte_offset: byteOffset, byte_length: byteLength, reason, text })
      if (!this.stream.write(`${line}\n`)) await once(this.stream, 'drain')
    }
  }

  /** True when there is a file. */
  async close(): Promise<boolean> {
    if (!this.stream) return false
    this.stream.end()
    await finished(this.stream)
    return true
  }
}
