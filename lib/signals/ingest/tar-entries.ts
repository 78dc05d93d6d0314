/** Reads a tar archive strictly forward: ustar, pax and GNU; every entry comes out, and none is ever written under its name. */

import type { ByteReader } from './byte-reader'
import { packingBytes as headerBytes, isTarHeader } from './packing'

/** `kind` is the type flag: '0' for a file. Its bytes can be read until the next entry is asked for. */
export type TarEntry = { name: string; kind: string; size: number; bytes: () => AsyncGenerator<Buffer> }

/** Names and attributes of one entry beyond this are no names. */
const mostAttributes = 1024 ** 2

/** Thrown where the archive is cut off or no header is where one must be. */
export class BrokenTar extends Error {}

type Attributes = { path?: string; size?: string }

/** The entries in order. Throws `BrokenTar`; an end without the two empty blocks that mark it is taken as an end. */
export async function* tarEntries(reader: ByteReader): AsyncGenerator<TarEntry> {
  let all: Attributes = {}
  let next: Attributes = {}
  for (;;) {
    const header = await reader.read(headerBytes)
    if (header.length === 0 || header.every((byte) => byte === 0)) return
    if (!isTarHeader(header)) throw new BrokenTar('no header where one must be')
    const kind = String.fromCharCode(header[156] || 0x30)
    const isAbout = kind === 'x' || kind === 'g' || kind === 'L' || kind === 'K'
    const size = sizeOf(header, isAbout ? undefined : (next.size ?? all.size))
    const end = reader.position + size
    if (isAbout) {
      if (size > mostAttributes) throw new BrokenTar('attributes of more than 1 MiB')
      const about = await reader.read(size)
      if (kind === 'g') all = { ...all, ...paxAttributes(about) }
      else if (kind === 'x') next = { ...next, ...paxAttributes(about) }
      else if (kind === 'L') next.path = textOf(about)
    } else {
      yield { name: next.path ?? all.path ?? nameOf(header), kind, size, bytes: () => wholly(reader, size) }
      next = {}
    }
    if (!(await reader.skipTo(end))) throw new BrokenTar('cut off within an entry')
    await reader.skipTo(Math.ceil(end / headerBytes) * headerBytes)
  }
}

async function* wholly(reader: ByteReader, size: number): AsyncGenerator<Buffer> {
  const end = reader.position + size
  yield* reader.pieces(size)
  if (reader.position < end) throw new BrokenTar('cut off within an entry')
}

const textOf = (bytes: Buffer): string => bytes.toString('utf8').split('\0', 1)[0] as string

/** The ustar prefix, where the header has one, and the name. */
function nameOf(header: Buffer): string {
  const name = textOf(header.subarray(0, 100))
  const prefix = header.toString('latin1', 257, 263) === 'ustar\0' ? textOf(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

/** From the attributes, or the header: octal, or base 256 when the first bit is set. */
function sizeOf(header: Buffer, stated: string | undefined): number {
  const field = header.subarray(124, 136)
  const isBinary = ((field[0] as number) & 0x80) !== 0
  const octal = textOf(field).trim()
  const size =
    stated !== undefined
      ? Number(/^\d+$/.test(stated) ? stated : Number.NaN)
      : isBinary
        ? Number(field.readBigUInt64BE(4))
        : Number.parseInt(/^[0-7]*$/.test(octal) ? octal || '0' : 'x', 8)
  if (!Number.isSafeInteger(size)) throw new BrokenTar('an impossible size')
  return size
}

/** Records of `length name=value\n`. */
function paxAttributes(bytes: Buffer): Attributes {
  const found: Attributes = {}
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const length = Number(bytes.toString('latin1', at, space === -1 ? at : space))
    if (!Number.isInteger(length) || length < 4 || at + length > bytes.length) throw new BrokenTar('broken attributes')
    const [name = '', ...value] = bytes.toString('utf8', space + 1, at + length - 1).split('=')
    if (name === 'path' || name === 'size') found[name] = value.join('=')
    at += length
  }
  return found
}
