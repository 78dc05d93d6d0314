/** The files of the content-addressed store, copied and checked against the names that say what they hold. */

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The store inside a data folder, and the same shape inside a backup. */
export const blobStore = (folder: string): string => join(folder, 'blobs', 'sha256')

/** Path of a file in a store. */
export const blobFile = (store: string, name: string): string => join(store, name.slice(0, 2), name.slice(2, 4), name)

/** SHA-256 in hex over all bytes of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * Copies a file from store to store, hashing what it reads; one that the target holds in other bytes is replaced. False when the
 * source does not have it, or not in the bytes of its name: then nothing is copied.
 */
export async function copyBlob(from: string, to: string, name: string): Promise<boolean> {
  const source = blobFile(from, name)
  const target = blobFile(to, name)
  if (existsSync(target) && (await hashOf(target)) === name) return true
  if (!existsSync(source)) return false
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const partial = `${target}.partial`
  const hash = createHash('sha256')
  const observe = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(
      createReadStream(source, { highWaterMark: 1024 * 1024 }),
      observe,
      createWriteStream(partial, { mode: 0o400, flush: true }),
    )
    if (hash.digest('hex') !== name) return false
    await rename(partial, target)
    return true
  } finally {
    await rm(partial, { force: true })
  }
}
