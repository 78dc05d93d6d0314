/** Tells from its first bytes how a file is packed, and whether it is one that cannot be read. It never decides from a name. */

/** As `plain` counts whatever has no magic number of its own. */
export type Packing = 'plain' | 'gzip' | 'zstd' | 'bzip2' | 'zip' | 'tar' | 'parquet'

/** How many first bytes `packingOf` wants to see. */
export const packingBytes = 512

const magics: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
]

/** By magic number (RFC 1952, RFC 8878, bzip2, APPNOTE.TXT, Parquet), and for tar by the checksum of its first header. */
export function packingOf(head: Uint8Array): Packing {
  const found = magics.find(([, magic]) => startsWith(head, magic))
  if (found) return found[0]
  if (isZstdSkippable(head)) return 'zstd'
  if (isBzip2(head)) return 'bzip2'
  return isTarHeader(head) ? 'tar' : 'plain'
}

const refusals: readonly (readonly [readonly number[], string])[] = [
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'It is packed with xz. Unpack it, or pack it with gzip, bzip2 or zstd.'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'It is a 7-Zip archive. Unpack it and pack the files as zip or tar.'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'It is a RAR archive. Unpack it and pack the files as zip or tar.'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'It is an Office file of the old kind. Save it as XLSX or CSV.'],
  [[0x50, 0x41, 0x52, 0x45], 'It is an encrypted Parquet file. Export it again without encryption.'],
]

/** Why a file with these first bytes is none that can be read, in sentences that begin with “It”, or null. */
export function whyNotRead(head: Uint8Array): string | null {
  return refusals.find(([magic]) => startsWith(head, magic))?.[1] ?? null
}

const startsWith = (head: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, position) => head[position] === byte)

/** 0x184D2A50 to 0x184D2A5F, little-endian. */
const isZstdSkippable = (head: Uint8Array): boolean =>
  ((head[0] ?? 0) & 0xf0) === 0x50 && startsWith(head.subarray(1), [0x2a, 0x4d, 0x18])

/** `BZh`, the size of its blocks, and the magic number of a block or of the end. */
function isBzip2(head: Uint8Array): boolean {
  const level = head[3] ?? 0
  if (!startsWith(head, [0x42, 0x5a, 0x68]) || level < 0x31 || level > 0x39) return false
  const next = head.subarray(4)
  return (
    startsWith(next, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) || startsWith(next, [0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  )
}

/** Whether the 512 bytes are the header of a tar entry: the sum of its bytes, the sum's own field taken as spaces. */
export function isTarHeader(head: Uint8Array): boolean {
  if (head.length < 512 || head[0] === 0) return false
  const stated = Number.parseInt(
    Buffer.from(head.subarray(148, 156)).toString('latin1').replaceAll('\0', ' ').trim(),
    8,
  )
  let sum = 8 * 0x20
  for (let at = 0; at < 512; at += 1) if (at < 148 || at >= 156) sum += head[at] as number
  return sum === stated
}
