/** Reads a zip archive by its directory; every entry comes out, its bytes checked against their stated size and sum. */

import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'

export type ZipEntry = {
  name: string
  kind: 'file' | 'folder' | 'link' | 'other'
  storedBytes: number
  /** Why its bytes cannot be read, as what it is, or null. */
  whyNot: string | null
  /** Throws when they are not what the directory says. */
  bytes: () => AsyncGenerator<Buffer>
}

const stored = 0
const deflated = 8

/** A zip archive, open until `close`. Throws when it has no directory that can be read; so may `entries` later. */
export async function openZip(path: string): Promise<{ entries: () => AsyncGenerator<ZipEntry>; close: () => void }> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: false })
  return { entries: () => entriesOf(zip), close: () => zip.close() }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<ZipEntry> {
  for await (const entry of zip.eachEntry()) {
    yield {
      name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
      kind: kindOf(entry),
      storedBytes: entry.compressedSize,
      whyNot: whyNot(entry),
      bytes: () => checked(entry, unpacked(zip, entry)),
    }
  }
}

function whyNot(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'is encrypted'
  return entry.compressionMethod === stored || entry.compressionMethod === deflated
    ? null
    : 'is packed in a way that is not read (only deflate is)'
}

/** Unix keeps the type of a file in the upper half of its attributes. */
function kindOf({ fileNameRaw, versionMadeBy, externalFileAttributes }: Entry): ZipEntry['kind'] {
  if (fileNameRaw.at(-1) === 0x2f) return 'folder'
  const type = versionMadeBy >>> 8 === 3 ? (externalFileAttributes >>> 28) & 0xf : 0
  if (type === 0 || type === 8) return 'file'
  if (type === 4) return 'folder'
  return type === 10 ? 'link' : 'other'
}

async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const source = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === stored) {
    yield* source as AsyncIterable<Buffer>
    return
  }
  const inflater = createInflateRaw({ chunkSize: 1024 ** 2 })
  const feeding = pipeline(source as Readable, inflater).catch(() => undefined)
  try {
    for await (const piece of inflater) yield piece as Buffer
  } finally {
    inflater.destroy()
    await feeding
  }
}

async function* checked(entry: Entry, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  let sum = 0
  for await (const piece of pieces) {
    size += piece.length
    sum = crc32(piece, sum)
    if (size > entry.uncompressedSize) break
    yield piece
  }
  if (size !== entry.uncompressedSize) throw new Error('another size than the directory states')
  if (sum !== entry.crc32) throw new Error('another sum than the directory states')
}
