/** Reads one model's answers from JSONL or CSV, plain, gzip or zstd, and accounts for every record that it could not use. */

import { createReadStream } from 'node:fs'
import { AppError } from '@/lib/platform/errors'
import { CollectedOutputs } from './collected-outputs'
import type { ModelOutputs } from './model-outputs'
import { defaultReadLimits, openBytes, type ReadLimits, refuseForeign } from './open-bytes'
import { type ReadRecord, readCsvRecord, readJsonRecord, splitCells } from './output-records'
import { type RawRecord, splitRecords } from './split-records'

type ReadText = (text: string) => ReadRecord

/**
 * Reads stored `bytes` as the answers of the model to be called `name`. The format is told from the content. Throws
 * `AppError` with a sentence when the file as a whole cannot be read (foreign format, encoding, damage, limits, nothing
 * usable in it); single bad records are counted and listed with their line and reason.
 */
export async function readModelOutputs(
  { name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
  limits: ReadLimits = defaultReadLimits,
): Promise<ModelOutputs> {
  const { chunks, sha256 } = openBytes(name, bytes, limits)
  const { head, whole, close } = await peek(chunks)
  try {
    refuseForeign(name, head)
    const collected = await collect({ name, whole, format: formatOf(name, head), limits })
    return collected.finish(sha256())
  } finally {
    await close()
  }
}

/** The same from a file of the file system. */
export async function readModelOutputsFile(name: string, path: string, limits?: ReadLimits): Promise<ModelOutputs> {
  try {
    return await readModelOutputs({ name, bytes: createReadStream(path, { highWaterMark: 1 << 18 }) }, limits)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && /^(ENOENT|EISDIR|EACCES|ENOTDIR)$/.test(String(cause.code))) {
      throw new AppError('not-found', `The file ${path} cannot be read: check the path and your rights to it.`, {
        cause,
      })
    }
    throw cause
  }
}

type Source = { name: string; whole: AsyncIterable<Buffer>; format: 'jsonl' | 'csv'; limits: ReadLimits }

async function collect({ name, whole, format, limits }: Source): Promise<CollectedOutputs> {
  const collected = new CollectedOutputs(name, limits.maxKeptCharacters)
  let read: ReadText | null = format === 'jsonl' ? readJsonRecord : null
  for await (const record of splitRecords(whole, { quoted: format === 'csv', maxBytes: limits.maxRecordBytes })) {
    const text = decode(record, collected)
    if (text === null || text.trim() === '') continue
    if (read) collected.add(record.line, read(text))
    else read = csvReader(name, text)
  }
  return collected
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode({ line, bytes }: RawRecord, collected: CollectedOutputs): string | null {
  if (bytes === null) {
    collected.reject(line, 'longer than a record may be')
    return null
  }
  try {
    return utf8.decode(bytes)
  } catch {
    collected.reject(line, 'not valid UTF-8')
    return null
  }
}

type Peeked = { head: Buffer; whole: AsyncIterable<Buffer>; close: () => Promise<unknown> }

/** The first bytes (up to 4 KiB, a byte-order mark removed), the whole again, and how to let go of the source. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  let length = 0
  while (length < 4096) {
    const next = await iterator.next()
    if (next.done) break
    parts.push(next.value)
    length += next.value.length
  }
  const joined = Buffer.concat(parts)
  const start = joined[0] === 0xef && joined[1] === 0xbb && joined[2] === 0xbf ? joined.subarray(3) : joined
  return {
    head: start.subarray(0, 4096),
    whole: (async function* () {
      yield start
      yield* { [Symbol.asyncIterator]: () => iterator }
    })(),
    close: async () => iterator.return?.(),
  }
}

function formatOf(name: string, head: Buffer): 'jsonl' | 'csv' {
  const start = head.toString('latin1').trimStart()
  if (start === '')
    throw new AppError(
      'invalid-input',
      `The file of ${name} is empty: give records with prompt_id, prompt, output and model.`,
    )
  if (start.startsWith('[')) {
    throw new AppError('unsupported', `The file of ${name} is one JSON list: write one object on each line (JSONL).`)
  }
  return start.startsWith('{') ? 'jsonl' : 'csv'
}

function csvReader(name: string, headerLine: string): ReadText {
  for (const delimiter of [',', ';', '\t']) {
    const header = (splitCells(headerLine, delimiter) ?? []).map((cell) => cell.trim().toLowerCase())
    if (header.includes('prompt_id') && header.includes('output')) {
      return (text) => readCsvRecord(text, header, delimiter)
    }
  }
  throw new AppError(
    'unsupported',
    `The file of ${name} is neither JSONL nor a CSV with the columns prompt_id, prompt, output and model.`,
  )
}
