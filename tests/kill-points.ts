/** Points of evidence intake that can be seen from outside the worker, in the files it makes. */

import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { readingFolder } from '@/lib/evidence/read-log'
import { blobPath, incomingFolder } from '@/lib/platform/storage'

/** The item under way, and the SHA-256 of its original in hex. */
export type Watched = { id: string; original: string }

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const read = ({ id }: Pick<Watched, 'id'>) => namesIn(join(readingFolder(), id))
const isStored = (hex: string) => existsSync(blobPath(Buffer.from(hex, 'hex')))
const finished = /^([0-9a-f]{64})\.parquet$/
const unfinished = /^ingest-tmp-.*\.parquet$/

/** True while the sorted rows are being written: a Parquet that is whole ends with its own name. */
export function isBeingSorted({ id }: Pick<Watched, 'id'>): boolean {
  const name = read({ id }).find((each) => unfinished.test(each))
  const end = name && lastBytes(join(readingFolder(), id, name), 4)
  return end !== undefined && end !== 'PAR1'
}

/** True once the original lies in the store. */
export const isKept = ({ original }: Pick<Watched, 'original'>): boolean => isStored(original)

/** True while bytes have a second name, on their way into the store. */
export const isMovingIn = (): boolean => namesIn(incomingFolder()).length > 0

/** The SHA-256 of the item's whole Parquet in hex, once it is written. */
export const writtenParquet = ({ id }: Pick<Watched, 'id'>): string | undefined =>
  read({ id }).flatMap((name) => finished.exec(name)?.[1] ?? [])[0]

/** The file's last bytes, or undefined when it got its own name in this moment. */
function lastBytes(path: string, count: number): string | undefined {
  const file = openedFile(path)
  if (file === undefined) return undefined
  try {
    const bytes = Buffer.alloc(count)
    readSync(file, bytes, 0, count, Math.max(0, fstatSync(file).size - count))
    return bytes.toString('latin1')
  } finally {
    closeSync(file)
  }
}

/** Comes only in an archive: a file of it that cannot be read as it streams past. */
export const isUnpackingMember = (watched: Pick<Watched, 'id'>): boolean =>
  read(watched).some((name) => name.includes('.member-'))

/** In the order in which they come. */
export const killPoints: Record<string, (watched: Watched) => boolean> = {
  'before anything': () => true,
  'while bytes move into the store': isMovingIn,
  'between the store and the commit': isKept,
  'when reading begins': ({ id }) => existsSync(join(readingFolder(), id)),
  'while rows are staged': (watched) => read(watched).some((name) => name.includes('chunk')),
  'while rows are sorted': (watched) => read(watched).some((name) => unfinished.test(name)),
  'while a member is unpacked': isUnpackingMember,
  'after the Parquet is written': (watched) => writtenParquet(watched) !== undefined,
  'after the Parquet is stored': (watched) => isStored(writtenParquet(watched) ?? '0'.repeat(64)),
}

function openedFile(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
