/** The responses of a collection while it runs: a file that only grows, each line on disk before anything else happens with it. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { splitRecords } from '@/lib/comparison/outputs/split-records'
import { canonicalText } from '@/lib/custody/canonical'
import { env } from '@/lib/platform/env'
import type { ResponseLine } from './response-line'

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const longestLine = 256 * 1024 ** 2

export const collectingFolder = () => join(env.home, 'collecting')

/** The file of a collection. Throws for anything that is not an id of ours. */
export function responsePath(collectionId: string): string {
  if (!idPattern.test(collectionId)) throw new TypeError('That is not the id of a collection.')
  return join(collectingFolder(), `${collectionId}.jsonl`)
}

/** The whole lines of a file, in order; a line that a kill cut short at the end is not one. */
export async function* keptLines(path: string): AsyncGenerator<ResponseLine> {
  const end = await wholeBytes(path)
  if (end === 0) return
  const bytes = createReadStream(path, { end: end - 1 }) as AsyncIterable<Buffer>
  for await (const { bytes: line } of splitRecords(bytes, { quoted: false, maxBytes: longestLine })) {
    if (line && line.length > 0) yield JSON.parse(line.toString('utf8'))
  }
}

/** Bytes up to and with the last line end; 0 when there is no file. */
export async function wholeBytes(path: string): Promise<number> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return 0
  try {
    const window = Buffer.alloc(1 << 20)
    for (let end = (await file.stat()).size; end > 0; ) {
      const start = Math.max(0, end - window.length)
      const { bytesRead } = await file.read(window, 0, end - start, start)
      const at = window.subarray(0, bytesRead).lastIndexOf(0x0a)
      if (at >= 0) return start + at + 1
      end = start
    }
    return 0
  } finally {
    await file.close()
  }
}

/** SHA-256 of the first `bytes` of a file; null when it has fewer. */
export async function prefixHash(path: string, bytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const hash = createHash('sha256')
  if (bytes > 0) {
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    )
    if (size < bytes) return null
    for await (const chunk of createReadStream(path, { end: bytes - 1 })) hash.update(chunk)
  }
  return new Uint8Array(hash.digest())
}

/** Opened for adding; `add` resolves once the line is on disk. Lines are written one after another. */
export class ResponseLog {
  private writing: Promise<unknown> = Promise.resolve()

  private constructor(private readonly file: FileHandle) {}

  /** Cuts off what a kill left of a line, and opens the file, made when missing, readable by nobody else. */
  static async open(collectionId: string): Promise<ResponseLog> {
    const path = responsePath(collectionId)
    await mkdir(collectingFolder(), { recursive: true, mode: 0o700 })
    const whole = await wholeBytes(path)
    await truncate(path, whole).catch(() => undefined)
    return new ResponseLog(await open(path, 'a', 0o600))
  }

  add(line: ResponseLine): Promise<void> {
    const bytes = `${canonicalText(line)}\n`
    const written = this.writing.then(async () => {
      await this.file.appendFile(bytes)
      await this.file.datasync()
    })
    this.writing = written.catch(() => undefined)
    return written
  }

  async close(): Promise<void> {
    await this.writing
    await this.file.close()
  }
}

/** Removes the file of a collection that is sealed: its bytes are in the store. */
export async function removeResponses(collectionId: string): Promise<void> {
  await rm(responsePath(collectionId), { force: true })
}
