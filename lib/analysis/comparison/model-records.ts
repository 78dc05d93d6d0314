/** Several models in one file: which they are, and the records of one of them as a file of its own. */

import { defaultReadLimits, openBytes } from '@/lib/comparison/outputs/open-bytes'
import { readCsvRecord, readJsonRecord, splitCells } from '@/lib/comparison/outputs/output-records'
import { splitRecords } from '@/lib/comparison/outputs/split-records'
import { AppError } from '@/lib/platform/errors'

/** How many records of a file belong to a model; `model` is null when the file names none. */
export type ModelCount = { model: string | null; records: number }

export type StoredFile = { name: string; bytes: AsyncIterable<Uint8Array> }

/** A record's bytes as stored. `model` is undefined for a CSV's head line and for what cannot be read. */
export type FileRecord = { bytes: Buffer; model: string | null | undefined }

/** The models of a stored file by name. Throws `AppError` when the file is damaged, too large, or holds no answer. */
export async function modelsIn(file: StoredFile): Promise<ModelCount[]> {
  const counts = new Map<string | null, number>()
  for await (const { model } of recordsOf(file)) {
    if (model !== undefined) counts.set(model, (counts.get(model) ?? 0) + 1)
  }
  if (counts.size === 0) {
    throw new AppError(
      'unsupported',
      'It holds no answer that can be read: give records with prompt_id, prompt, output and model.',
    )
  }
  const named = [...counts.keys()].filter((model) => model !== null).sort()
  if (named.length > 1) return named.map((model) => ({ model, records: counts.get(model) ?? 0 }))
  return [{ model: named[0] ?? null, records: [...counts.values()].reduce((sum, records) => sum + records, 0) }]
}

/**
 * The bytes of one model's part of a file: a CSV's head line, its own records and those that cannot be read, as stored and
 * in order, each ended by a line feed. Its SHA-256 is the part's, for whoever cuts the file in the same way.
 */
export async function* partOf(file: StoredFile, model: string): AsyncGenerator<Uint8Array> {
  for await (const record of recordsOf(file)) {
    if (isOfPart(record, model)) yield endedByLineFeed(record)
  }
}

/** Whether a record belongs to the part of `model`: its own, a CSV's head line, and what cannot be read. */
export const isOfPart = (record: FileRecord, model: string): boolean =>
  record.model === undefined || record.model === model

const lineFeed = Buffer.from('\n')

/** The record as it stands in a part. */
export const endedByLineFeed = ({ bytes }: FileRecord): Uint8Array => Buffer.concat([bytes, lineFeed])

/** The records of a file in their order, as stored. Throws `AppError` when the file is damaged or too large. */
export async function* recordsOf({ name, bytes }: StoredFile): AsyncGenerator<FileRecord> {
  const { chunks } = openBytes(name, bytes, defaultReadLimits)
  const { isCsv, whole } = await sniff(chunks)
  let modelOf = isCsv ? null : jsonModel
  const records = splitRecords(whole, { quoted: isCsv, maxBytes: defaultReadLimits.maxRecordBytes })
  for await (const { bytes: record } of records) {
    if (record === null || record.length === 0) continue
    const text = record.toString('utf8')
    if (modelOf) yield { bytes: record, model: modelOf(text) }
    else {
      modelOf = csvModel(text)
      yield { bytes: record, model: undefined }
    }
  }
}

function jsonModel(text: string): string | null | undefined {
  const record = readJsonRecord(text)
  return 'model' in record ? record.model : undefined
}

function csvModel(headLine: string): (text: string) => string | null | undefined {
  const delimiter = [',', ';', '\t'].find((mark) => (splitCells(headLine, mark) ?? []).length > 1) ?? ','
  const header = (splitCells(headLine, delimiter) ?? []).map((cell) => cell.trim().toLowerCase())
  return (text) => {
    const record = readCsvRecord(text, header, delimiter)
    return 'model' in record ? record.model : undefined
  }
}

async function sniff(chunks: AsyncIterable<Buffer>): Promise<{ isCsv: boolean; whole: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head: Buffer = first.done ? Buffer.alloc(0) : first.value
  const start = head
    .toString('latin1', 0, 4096)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  return {
    isCsv: !start.startsWith('{'),
    whole: (async function* () {
      yield head.subarray(head[0] === 0xef ? 3 : 0)
      yield* { [Symbol.asyncIterator]: () => iterator }
    })(),
  }
}
