/** The bytes of an original, decompressed by what they are and not by their name, within limits. */

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { AppError } from '@/lib/platform/errors'
import { unzstd } from './unzstd'

export type DecompressionLimits = { maxDecompressedBytes: number; maxDecompressionRatio: number }

type Compression = 'plain' | 'gzip' | 'zstd'

/** Small files may be as repetitive as they like: the ratio counts from here on. */
const ratioFreeBytes = 1024 ** 2
const pieceBytes = 1024 ** 2

/**
 * Yields the decompressed bytes in order. `onRead` hears how many stored bytes were read so far. Throws `AppError` when a
 * limit is passed, when the compressed data is broken or cut off, and for archives and spreadsheets.
 */
export async function* originalBytes(
  path: string,
  storedBytes: number,
  limits: DecompressionLimits,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const compression = await compressionOf(path)
  const stored = countReads(createReadStream(path, { highWaterMark: pieceBytes }), onRead)
  const pieces = compression === 'plain' ? stored : readable(decompress(stored, compression, storedBytes), compression)
  let total = 0
  for await (const piece of pieces) {
    total += piece.length
    refuseBeyond(limits, total, storedBytes)
    yield piece
  }
}

async function compressionOf(path: string): Promise<Compression> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close())
  if (bytesRead === 0) throw new AppError('invalid-input', 'This file is empty. Choose the file that holds the log.')
  const magic = buffer.readUInt32BE(0)
  if (magic >>> 16 === 0x1f8b) return 'gzip'
  if (magic === 0x28b52ffd || (buffer.readUInt32LE(0) & 0xfffffff0) >>> 0 === 0x184d2a50) return 'zstd'
  if (magic === 0x504b0304) {
    throw new AppError(
      'unsupported',
      'This is a zip archive or a spreadsheet. Take the log file out of it, or save it as CSV.',
    )
  }
  if (magic >>> 16 === 0xfffe || magic >>> 16 === 0xfeff) {
    throw new AppError('unsupported', 'This file is text in UTF-16. Save it as UTF-8 and upload it again.')
  }
  return 'plain'
}

async function* countReads(stored: AsyncIterable<Buffer>, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  let read = 0
  for await (const piece of stored) {
    read += piece.length
    onRead(read)
    yield piece
  }
}

function decompress(stored: AsyncIterable<Buffer>, compression: Compression, storedBytes: number) {
  return compression === 'gzip' ? gunzip(stored, storedBytes) : unzstd(stored)
}

async function* gunzip(stored: AsyncIterable<Buffer>, storedBytes: number): AsyncGenerator<Buffer> {
  const gunzipper = createGunzip({ chunkSize: pieceBytes })
  const feeding = pipeline(stored, gunzipper).catch(() => undefined)
  try {
    for await (const piece of gunzipper) yield piece as Buffer
    // The decompressor stops without a word at bytes that begin no further member.
    if (gunzipper.bytesWritten < storedBytes) throw new Error('data after the end of the compressed stream')
  } finally {
    gunzipper.destroy()
    await feeding
  }
}

async function* readable(pieces: AsyncIterable<Buffer>, compression: Compression): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const sentence = `The ${compression} data of this file is broken or cut off. Export it again and upload the new file.`
    throw new AppError('unsupported', sentence, { cause })
  }
}

function refuseBeyond(limits: DecompressionLimits, total: number, storedBytes: number): void {
  if (total > limits.maxDecompressedBytes) {
    const size = `${Math.floor(limits.maxDecompressedBytes / 1024 ** 3)} GiB`
    throw new AppError(
      'too-large',
      `This file holds more than ${size} of text. Split it, or ask an administrator to raise the limit.`,
    )
  }
  if (total > ratioFreeBytes && total > storedBytes * limits.maxDecompressionRatio) {
    const sentence = `This file grows to more than ${limits.maxDecompressionRatio} times its size when it is decompressed, which no log does. It was not read.`
    throw new AppError('too-large', sentence)
  }
}
