/**
 * Takes an evidence item apart into what can be read, whatever it is packed in: each file within comes out once, as bytes or as
 * a sentence that says why not. Nothing is written under a name from an archive.
 */

import { createReadStream } from 'node:fs'
import { AppError } from '@/lib/platform/errors'
import { ByteBudget } from './byte-budget'
import { ByteReader } from './byte-reader'
import { type Compression, decompressed, isCompression } from './decompress'
import { damageAt, refusalAt } from './item-fault'
import { type Item, type Layer, type Member, readable, type Unpacking } from './layer'
import { packingBytes, packingOf, whyNotRead } from './packing'
import { spooled } from './spool'
import { readTar } from './tar-members'
import { fromUtf16, utf16Of } from './utf16'
import { readZip } from './zip-members'

const pieceBytes = 1024 ** 2
/** An archive, and archives in it. */
const mostDepth = 2

/**
 * The members in the order of the archive. `bytes` may be left early, but not read after the next member was asked for. Throws
 * an `ItemFault` for what concerns the whole item, from here or from `bytes`; any other `AppError` concerns the member alone.
 */
export async function* membersOf(item: Item): AsyncGenerator<Member> {
  const budget = new ByteBudget(item.limits, item.storedBytes)
  const stored = countReads(createReadStream(item.path, { highWaterMark: pieceBytes }), item.onRead)
  const reader = new ByteReader(stored)
  const unpacking: Unpacking = { item, budget, members: 0, unpack: (layer) => unpack(unpacking, layer) }
  try {
    yield* unpack(unpacking, { name: null, reader, path: item.path, isUnpacked: false, depth: 0 })
  } finally {
    await reader.close()
  }
}

async function* unpack(unpacking: Unpacking, layer: Layer): AsyncGenerator<Member> {
  const { name, reader } = layer
  const head = await reader.peek(packingBytes)
  if (head.length === 0) throw emptyAt(layer)
  const foreign = whyNotRead(head)
  if (foreign) throw refusalAt(layer, `This file is not read. ${foreign}`)
  const packing = packingOf(head)
  if (isCompression(packing)) yield* unpackStream(unpacking, layer, packing)
  else if (packing === 'plain') yield { name, kind: 'text', bytes: textOf(unpacking.budget, layer, head) }
  else if (packing === 'parquet')
    yield* spooled(unpacking, layer, (path) => [{ name, kind: 'parquet', path, budget: unpacking.budget }])
  else if (layer.depth >= mostDepth) throw refusalAt(layer, tooDeep)
  else if (packing === 'tar') yield* readTar(unpacking, layer)
  else yield* spooled(unpacking, layer, (path) => readZip(unpacking, layer, path))
}

const emptyAt = ({ name }: Layer) =>
  name === null
    ? new AppError('invalid-input', 'This file is empty. Choose the file that holds the log.')
    : new AppError('invalid-input', 'is empty')

const tooDeep = 'This archive lies in an archive within an archive. Unpack the outermost one and use what it holds.'

async function* unpackStream(unpacking: Unpacking, layer: Layer, compression: Compression): AsyncGenerator<Member> {
  if (layer.isUnpacked) throw refusalAt(layer, 'This file is packed twice. Unpack it once and use what comes out.')
  const bytes = decompressed(compression, layer.reader.pieces())
  const damage = (cause: unknown) => damageAt(layer, `${compression} data`, cause)
  const reader = new ByteReader(unpacking.budget.counted(readable(bytes, damage)))
  try {
    yield* unpack(unpacking, { ...layer, reader, path: null, isUnpacked: true })
  } finally {
    await reader.close()
  }
}

/** What came out of something packed was counted there. */
function textOf(budget: ByteBudget, { reader, isUnpacked, depth }: Layer, head: Buffer): AsyncIterable<Buffer> {
  const pieces = isUnpacked || depth > 0 ? reader.pieces() : budget.counted(reader.pieces())
  const encoding = utf16Of(head)
  return encoding === null ? pieces : fromUtf16(pieces, encoding)
}

async function* countReads(stored: AsyncIterable<Buffer>, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  let read = 0
  for await (const piece of stored) {
    read += piece.length
    onRead(read)
    yield piece
  }
}
