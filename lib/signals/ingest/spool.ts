/** Puts what came out of something packed on the disk for a while, for readers that have to see it from several sides. */

import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Layer, Member, Unpacking } from './layer'

/** The members that `read` finds in the layer's file, which is gone when the last was taken. Its name is of our own making. */
export async function* spooled(
  { item, members }: Unpacking,
  { path: stored, reader, depth }: Layer,
  read: (path: string) => AsyncIterable<Member> | Iterable<Member>,
): AsyncGenerator<Member> {
  if (stored !== null) return yield* read(stored)
  const path = `${item.temporary}.member-${members}-${depth}`
  try {
    await pipeline(reader.pieces(), createWriteStream(path, { flags: 'wx' }))
    yield* read(path)
  } finally {
    await rm(path, { force: true })
  }
}
