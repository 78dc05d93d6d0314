/** Opens a stored file's bytes: hashes what is stored, undoes gzip and zstd, and stops at the limits. */

import { createHash } from 'node:crypto'
import { AppError } from '@/lib/platform/errors'
import { ByteReader } from '@/lib/signals/ingest/byte-reader'
import { decompressed } from '@/lib/signals/ingest/decompress'
import { packingBytes, packingOf } from '@/lib/signals/ingest/packing'

export type ReadLimits = {
  /** Most decompressed bytes of one file. */
  maxBytes: number
  /** Most decompressed bytes for each stored byte, from the first MiB on. */
  maxRatio: number
  /** Longest record in bytes; a longer one is a reject. */
  maxRecordBytes: number
  /** Most characters of prompts and answers that are kept: this, and not the size of the file, is what takes memory. */
  maxKeptCharacters: number
}

const MiB = 1024 ** 2
export const defaultReadLimits: ReadLimits = {
  maxBytes: 65_536 * MiB,
  maxRatio: 200,
  maxRecordBytes: 32 * MiB,
  maxKeptCharacters: 256 * MiB,
}

const refusals: { magic: readonly number[]; sentence: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    sentence: 'is a zip archive or a spreadsheet: give JSONL or CSV, plain, as gzip or as zstd.',
  },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], sentence: 'is compressed with xz: give it plain, as gzip or as zstd.' },
  { magic: [0x42, 0x5a, 0x68], sentence: 'is compressed with bzip2: give it plain, as gzip or as zstd.' },
  { magic: [0x50, 0x41, 0x52, 0x31], sentence: 'is a Parquet file: give JSONL or CSV, plain, as gzip or as zstd.' },
  { magic: [0xff, 0xfe], sentence: 'is in UTF-16: save it as UTF-8.' },
  { magic: [0xfe, 0xff], sentence: 'is in UTF-16: save it as UTF-8.' },
]

/** Throws `AppError('unsupported')` when the first bytes are of a format that is not read. */
export function refuseForeign(name: string, head: Buffer): void {
  for (const { magic, sentence } of refusals) {
    if (magic.every((byte, i) => head[i] === byte)) throw new AppError('unsupported', `The file of ${name} ${sentence}`)
  }
  if (head.includes(0)) {
    throw new AppError(
      'unsupported',
      `The file of ${name} is binary or not in UTF-8: give JSONL or CSV in UTF-8, plain, as gzip or as zstd.`,
    )
  }
}

/** Bytes in, decompressed bytes out; `sha256()` is of the stored bytes and valid after the last chunk was taken. */
export type OpenedBytes = { chunks: AsyncIterable<Buffer>; sha256: () => string }

/** Tells gzip and zstd by content, never by name. Errors of damage or size are `AppError`s with one sentence. */
export function openBytes(name: string, stored: AsyncIterable<Uint8Array>, limits: ReadLimits): OpenedBytes {
  const hash = createHash('sha256')
  const counter = { stored: 0 }
  return {
    chunks: withinLimits(name, unpacked(name, hashed(stored, hash, counter)), limits, counter),
    sha256: () => hash.digest('hex'),
  }
}

async function* hashed(
  stored: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  counter: { stored: number },
) {
  for await (const chunk of stored) {
    hash.update(chunk)
    counter.stored += chunk.byteLength
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  }
}

async function* unpacked(name: string, stored: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(stored)
  const packing = packingOf(await reader.peek(packingBytes))
  try {
    if (packing !== 'gzip' && packing !== 'zstd') yield* reader.pieces()
    else yield* undamaged(name, packing, decompressed(packing, undisturbed(reader.pieces())))
  } finally {
    await reader.close()
  }
}

/** What goes wrong with the source itself, and is no damage. */
class SourceFault extends Error {}

async function* undisturbed(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (cause) {
    throw new SourceFault('the stored bytes cannot be read', { cause })
  }
}

async function* undamaged(name: string, packing: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (cause) {
    if (cause instanceof SourceFault) throw cause.cause
    const sentence = `The file of ${name} is a damaged or cut ${packing} file: copy it again.`
    throw new AppError('invalid-input', sentence, { cause })
  }
}

async function* withinLimits(
  name: string,
  chunks: AsyncGenerator<Buffer>,
  limits: ReadLimits,
  counter: { stored: number },
) {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limits.maxBytes) {
      throw new AppError(
        'too-large',
        `The file of ${name} holds more than ${Math.round(limits.maxBytes / MiB)} MiB: leave out what is no prompt_id, prompt, output or model.`,
      )
    }
    if (bytes > MiB && bytes > limits.maxRatio * counter.stored) {
      throw new AppError(
        'too-large',
        `The file of ${name} grows more than ${limits.maxRatio} times when decompressed and was not read on.`,
      )
    }
    yield chunk
  }
}
