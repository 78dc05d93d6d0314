/** Unpacks a WOFF 1.0 font (W3C Recommendation of 13 December 2012) to the plain font it holds, table by table. */

import { inflateSync } from 'node:zlib'

const headerSize = 44
const entrySize = 20

/** Zeros after the last table: a reader may look at the header of an empty glyph that ends the outlines. */
const margin = 64

/** The sfnt font inside `woff`. Throws on anything that is not WOFF 1.0. */
export function openWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('A font file is not WOFF 1.0.')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => tableAt(woff, headerSize + at * entrySize))
  const directory = Buffer.alloc(12 + count * 16)
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  const bodies: Buffer[] = []
  let offset = directory.length
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + at * 16
    directory.writeUInt32BE(tag, entry)
    directory.writeUInt32BE(checksum, entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(bytes.length, entry + 12)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4 + margin)
    bytes.copy(padded)
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([directory, ...bodies])
}

function tableAt(woff: Buffer, entry: number) {
  const [tag = 0, offset = 0, packed = 0, length = 0, checksum = 0] = [0, 4, 8, 12, 16].map((at) =>
    woff.readUInt32BE(entry + at),
  )
  const stored = woff.subarray(offset, offset + packed)
  return { tag, checksum, bytes: packed < length ? inflateSync(stored) : stored }
}
