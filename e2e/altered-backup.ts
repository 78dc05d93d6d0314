/** What can happen to a backup on its way: a file of it is cut, altered or lost, and put back afterwards as it was. */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

type Change = (bytes: Buffer) => Buffer | null

/** Runs `work` while `file` of the backup has other bytes, or is not there when `change` gives none. */
export async function whileAltered<T>(
  { folder, file, change }: { folder: string; file: string; change: Change },
  work: () => Promise<T>,
): Promise<T> {
  const path = join(folder, file)
  const aside = `${folder}.aside`
  const changed = change(readFileSync(path))
  renameSync(path, aside)
  if (changed !== null) writeFileSync(path, changed)
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
    renameSync(aside, path)
  }
}

export const lost: Change = () => null
export const cut: Change = (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))

/** One bit of one byte in the middle is another. */
export const oneByteOff: Change = (bytes) => {
  const changed = Buffer.from(bytes)
  const at = Math.floor(bytes.length / 2)
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
  return changed
}

/** A row says something else, and the archive around it is whole. */
export const rewritten =
  (from: string, to: string): Change =>
  (bytes) => {
    const text = gunzipSync(bytes).toString('utf8')
    if (!text.includes(from)) throw new Error(`The backup holds no “${from}”.`)
    return gzipSync(text.replace(from, to))
  }
