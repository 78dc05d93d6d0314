/**
 * bzip2 decompression as a stream, one block in memory at a time, each checked against its sum. Written here because what npm
 * has reads whole files, or skips the sums; the format has not changed since 1996.
 */

import { BitSource } from './bit-source'
import { ByteReader } from './byte-reader'
import { decodeBlock } from './bzip2-block'

/** No block of 900,000 bytes can take more when it is compressed: 20 bits for each, and its tables. */
const longestBlock = 3 * 1024 ** 2
const pieceBytes = 1024 ** 2

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  return sum
})

/** Yields the decompressed bytes of all streams in `stored`. Throws on broken data, and when the last stream is cut off. */
export async function* unbzip2(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(stored)
  const source = new BitSource()
  for (let head = await reader.read(4); head.length > 0; head = await reader.read(4)) {
    const level = (head[3] ?? 0) - 0x30
    if (head.toString('latin1', 0, 3) !== 'BZh' || level < 1 || level > 9) throw new Error('no bzip2 stream')
    yield* blocksOf(reader, source, level * 100_000)
    source.align()
  }
}

async function* blocksOf(reader: ByteReader, source: BitSource, most: number): AsyncGenerator<Buffer> {
  for (let whole = 0; ; ) {
    source.continueIn(await reader.peek(longestBlock))
    const magic = `${source.bits(24).toString(16)}${source.bits(24).toString(16)}`
    const stated = ((source.bits(16) << 16) | source.bits(16)) >>> 0
    const ends = magic === '177245385090'
    if (!ends && magic !== '314159265359') throw new Error('neither a block nor the end')
    const block = ends ? null : decodeBlock(source, most)
    await reader.read(source.bytesTaken)
    if (!block) {
      if (stated !== whole) throw new Error('the sum of the stream is wrong')
      return
    }
    const sum = yield* withRuns(block)
    if (sum !== stated) throw new Error('the sum of a block is wrong')
    whole = (((whole << 1) | (whole >>> 31)) ^ stated) >>> 0
  }
}

/** The bytes of a block with its runs: four equal bytes are followed by how many more come. Returns their sum. */
function* withRuns(block: Uint8Array): Generator<Buffer, number> {
  let out = Buffer.allocUnsafe(pieceBytes)
  let used = 0
  let sum = -1
  let equal = 0
  let before = -1
  for (const byte of block) {
    const isCount = equal === 4
    const times = isCount ? byte : 1
    const value = isCount ? before : byte
    equal = isCount ? 0 : byte === before ? equal + 1 : 1
    before = isCount ? -1 : byte
    if (used + times > pieceBytes) {
      yield out.subarray(0, used)
      out = Buffer.allocUnsafe(pieceBytes)
      used = 0
    }
    for (let done = 0; done < times; done += 1) {
      out[used] = value
      used += 1
      sum = (sum << 8) ^ (sums[((sum >>> 24) ^ value) & 0xff] as number)
    }
  }
  if (used > 0) yield out.subarray(0, used)
  return ~sum >>> 0
}
