/** Sealed bytes under their SHA-256: a file in the store is whole, read-only, on disk, and named by what it holds. */

import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream, type ReadStream } from 'node:fs'
import { chmod, copyFile, link, mkdir, open, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from './env'

type Sha256 = Uint8Array<ArrayBuffer>

/** What bytes are: their hash and how many. */
export type Stored = { sha256: Sha256; size: bigint }

/** Bytes of a file as they were while they were hashed; `unchangedSince` tells whether they still are. */
export type Hashed = Stored & { file: { inode: bigint; modified: bigint } }

/** Where files of the store are made before they take their name, one name per process so that leftovers can be told. */
export const incomingFolder = () => join(env.home, 'blobs', 'incoming')
export const blobFolder = () => join(env.home, 'blobs', 'sha256')

/** The path of the blob with this hash, whether or not it exists. Nothing but a hash becomes a path. */
export function blobPath(sha256: Uint8Array): string {
  if (sha256.length !== 32) throw new TypeError('A SHA-256 has 32 bytes.')
  const hex = Buffer.from(sha256).toString('hex')
  return join(blobFolder(), hex.slice(0, 2), hex.slice(2, 4), hex)
}

/** The bytes of a blob, streamed; `start` and `end` (inclusive) choose a part. The stream fails with ENOENT when there is none. */
export function openBlob(sha256: Uint8Array, part: { start?: number; end?: number } = {}): ReadStream {
  return createReadStream(blobPath(sha256), { highWaterMark: 1024 * 1024, ...part })
}

/** True when the store holds a file under this hash. */
export async function hasBlob(sha256: Uint8Array): Promise<boolean> {
  return stat(blobPath(sha256)).then(
    () => true,
    () => false,
  )
}

/** SHA-256 and size over all bytes of a file, from byte 0. `onBytes` hears how many were read so far. */
export async function hashFile(path: string, onBytes?: (done: number) => void): Promise<Hashed> {
  const before = await stat(path, { bigint: true })
  const hash = createHash('sha256')
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk)
    done += chunk.length
    onBytes?.(done)
  }
  const file = { inode: before.ino, modified: before.mtimeNs }
  return { sha256: new Uint8Array(hash.digest()), size: BigInt(done), file }
}

/** Hashes a file and puts it into the store. The file itself stays where it is; changing it afterwards is a fault. */
export async function putFile(path: string): Promise<Stored> {
  const hashed = await hashFile(path)
  await keepFile(path, hashed)
  return { sha256: hashed.sha256, size: hashed.size }
}

/** Puts bytes or text (UTF-8) into the store. */
export async function putBytes(bytes: Uint8Array | string): Promise<Stored> {
  const path = await incomingPath()
  try {
    await writeFile(path, bytes, { flag: 'wx' })
    return await putFile(path)
  } finally {
    await rm(path, { force: true })
  }
}

/**
 * Puts a file into the store under the hash that `hashFile` found. Takes the same steps whether or not the store holds these bytes
 * already. Throws when the file changed since it was hashed. Once it returns, the bytes survive a power cut.
 */
export async function keepFile(path: string, hashed: Hashed): Promise<void> {
  const made = await incomingPath()
  try {
    await linkOrCopy(path, made)
    await chmod(made, 0o400)
    await flush(made)
    await mustBeUnchanged(path, hashed)
    const target = blobPath(hashed.sha256)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(made, target)
    for (let folder = dirname(target); folder.length >= blobFolder().length; folder = dirname(folder))
      await flush(folder)
  } finally {
    // Renaming one name of a file onto another name of the same file leaves both.
    await rm(made, { force: true })
  }
}

/** Removes a blob. Only for what nothing refers to: `lib/evidence/sweep-files.ts` decides that. */
export async function removeBlob(sha256: Uint8Array): Promise<void> {
  await unlink(blobPath(sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

async function incomingPath(): Promise<string> {
  await mkdir(incomingFolder(), { recursive: true, mode: 0o700 })
  return join(incomingFolder(), `${process.pid}-${randomUUID()}`)
}

/** A second name costs nothing for 100 GB; a file system that knows none, or another one, gets a copy. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE))
}

async function mustBeUnchanged(path: string, { size, file }: Hashed): Promise<void> {
  const present = await stat(path, { bigint: true })
  if (present.size !== size || present.ino !== file.inode || present.mtimeNs !== file.modified) {
    throw new Error('A file changed while it was being stored; nothing was stored.')
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
