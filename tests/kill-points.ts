/** Points of evidence intake that can be seen from outside the worker, in the files it makes. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readingFolder } from '@/lib/evidence/read-log'
import { blobPath, incomingFolder } from '@/lib/platform/storage'

/** The item under way, and the SHA-256 of its original in hex. */
export type Watched = { id: string; original: string }

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const read = ({ id }: Watched) => namesIn(join(readingFolder(), id))
const isStored = (hex: string) => existsSync(blobPath(Buffer.from(hex, 'hex')))
const finished = /^([0-9a-f]{64})\.parquet$/

/** In the order in which they come. */
export const killPoints: Record<string, (watched: Watched) => boolean> = {
  'before anything': () => true,
  'while bytes move into the store': () => namesIn(incomingFolder()).length > 0,
  'between the store and the commit': ({ original }) => isStored(original),
  'when reading begins': ({ id }) => existsSync(join(readingFolder(), id)),
  'while rows are staged': (watched) => read(watched).some((name) => name.includes('chunk')),
  'while rows are sorted': (watched) => read(watched).some((name) => /^ingest-tmp-.*\.parquet$/.test(name)),
  'after the Parquet is written': (watched) => read(watched).some((name) => finished.test(name)),
  'after the Parquet is stored': (watched) =>
    read(watched).some((name) => isStored(finished.exec(name)?.[1] ?? '0'.repeat(64))),
}
