/** Tells from its first bytes whether a file can be what it is said to be. It never decides from a name. */

import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { AppError } from '@/lib/platform/errors'
import { type Compression, decompressed, isCompression } from '@/lib/signals/ingest/decompress'
import { packingOf, whyNotRead } from '@/lib/signals/ingest/packing'
import { utf16Of } from '@/lib/signals/ingest/utf16'
import { readAccountTable } from '@/lib/signals/references/account-table'
import { type Kind, kindNames } from './schema'

const sampleBytes = 256 * 1024

/** Why a file at `path` is not what `kind` says, in one sentence with what to do, or null. */
export async function whyNotKind(path: string, kind: Kind): Promise<string | null> {
  const head = await firstBytes(path)
  if (kind === 'DOCUMENT') return isProgram(head) ? programSentence : null
  const foreign = whyNotRead(head)
  if (foreign) return foreign
  const packing = packingOf(head)
  if (kind === 'ACCOUNT_TABLE') return packing === 'plain' ? whyNotAccountTable(path) : packedTableSentence
  if (!isCompression(packing)) return whyNotUnpacked(head, kind)
  if (kind === 'MODEL_OUTPUTS' && packing === 'bzip2') return packedOutputsSentence
  const start = await unpackedStart(path, packing)
  return start === null ? brokenSentence(packing) : whyNotUnpacked(start, kind)
}

/** Of a log that lies in an archive, a Parquet file or a workbook the reading tells what it holds. */
function whyNotUnpacked(head: Uint8Array, kind: Kind): string | null {
  if (packingOf(head) !== 'plain') return kind === 'USAGE_LOG' ? null : packedOutputsSentence
  if (kind === 'USAGE_LOG' && utf16Of(head) !== null) return null
  return isRecords(head) ? null : notRecordsSentence(kind)
}

const largestTable = 64 * 1024 ** 2

/** It is read whole, so that an analysis never finds a table that it cannot use. */
async function whyNotAccountTable(path: string): Promise<string | null> {
  if ((await stat(path)).size > largestTable) return 'An account table has at most 64 MiB. Upload it in parts.'
  try {
    readAccountTable(await readFile(path, 'utf8'))
    return null
  } catch (error) {
    if (error instanceof AppError) return error.publicMessage
    throw error
  }
}

const packedTableSentence =
  'An account table is read as CSV or JSON lines, not packed. Take the file out of what it is packed in.'
const programSentence =
  'It is a program, and nobody should start it by accident. If it is evidence itself, put it into an archive and upload that.'
const packedOutputsSentence =
  'Model outputs are read as JSON lines or CSV, plain, gzip or zstd. Take the file out of what it is packed in.'
const brokenSentence = (packing: Compression) =>
  `It begins like a ${packing} file and cannot be unpacked. Upload the file again from its source.`
const notRecordsSentence = (kind: Kind) =>
  `It is neither JSON lines nor JSON nor a table, so it is no ${kindNames[kind].toLowerCase()} that can be read. Upload it as a document, or export it again.`

/** True for what a machine would run: ELF, Windows, Mach-O (both byte orders, one or many architectures), Java classes. */
export function isProgram(head: Uint8Array): boolean {
  const magics = [
    [0x7f, 0x45, 0x4c, 0x46],
    [0xfe, 0xed, 0xfa, 0xce],
    [0xfe, 0xed, 0xfa, 0xcf],
    [0xce, 0xfa, 0xed, 0xfe],
    [0xcf, 0xfa, 0xed, 0xfe],
    [0xca, 0xfe, 0xba, 0xbe],
  ]
  return magics.some((magic) => startsWith(head, magic)) || isWindowsProgram(head)
}

/** True when a text begins like JSON, JSON lines or a table of separated values; `head` may end anywhere. */
export function isRecords(head: Uint8Array): boolean {
  // A broken line, a byte that is no UTF-8, the zeros of a crash: each is a rejected row, not another kind of file.
  if (new TextDecoder().decode(head).split(/\r?\n/, 100).some(isJsonObject)) return true
  const text = decoded(head)?.trimStart()
  if (!text) return false
  const lines = text.split(/\r?\n/)
  const [first = ''] = lines
  if (first.startsWith('{') || first.startsWith('[')) return lines.length === 1 || opensJson(text)
  return isTable(first)
}

/** UTF-8 without NUL; a character cut in two at the end is no fault. */
function decoded(head: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

function isJsonObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** A pretty-printed document: a bracket, and then a key, another bracket, a value, or its end. */
const opensJson = (text: string) => /^(\[\s*(["{[\]\d-]|true|false|null)|\{\s*["}])/.test(text)

/** A header of at least two columns that differ, none of them empty, separated by comma, semicolon or tab. */
function isTable(header: string): boolean {
  return [',', ';', '\t'].some((separator) => {
    const names = header.split(separator).map((name) => name.trim().replace(/^"|"$/g, ''))
    const plausible = names.every((name) => name.length > 0 && name.length <= 100)
    return names.length >= 2 && plausible && new Set(names).size === names.length
  })
}

/** `MZ` alone could begin a letter; a program points from byte 60 to `PE`. */
function isWindowsProgram(head: Uint8Array): boolean {
  if (!startsWith(head, [0x4d, 0x5a]) || head.length < 64) return false
  const at = new DataView(head.buffer, head.byteOffset).getUint32(60, true)
  return startsWith(head.subarray(at), [0x50, 0x45])
}

function startsWith(head: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, position) => head[position] === byte)
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The first unpacked bytes; null when it cannot be unpacked that far. */
async function unpackedStart(path: string, packing: Compression): Promise<Uint8Array | null> {
  const packed = createReadStream(path)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of decompressed(packing, packed)) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= sampleBytes) break
    }
  } catch {
    if (size === 0) return null
  } finally {
    packed.destroy()
  }
  return Buffer.concat(chunks)
}
