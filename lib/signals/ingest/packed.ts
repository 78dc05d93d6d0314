/** For tests: writes archives by hand, also such as no program would write. */

import { crc32, deflateRawSync } from 'node:zlib'

export type PackedFile = {
  name: string
  bytes: Buffer
  /** Tar's type flag. */
  kind?: string
  /** What the headers say instead of the truth. */
  claims?: { size?: number; sum?: number }
}

const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`

function tarHeader({ name, bytes, kind = '0', claims }: PackedFile): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0, 100)
  header.write(octal(0o644, 8), 100)
  header.write(octal(claims?.size ?? bytes.length, 12), 124)
  header.write(kind, 156)
  header.write('ustar\x0000', 257, 'latin1')
  header.fill(0x20, 148, 156)
  header.write(octal(claims?.sum ?? header.reduce((sum, byte) => sum + byte, 0), 7), 148)
  return header
}

/** A tar archive with its two empty blocks at the end. */
export const tarOf = (files: readonly PackedFile[]): Buffer =>
  Buffer.concat([
    ...files.flatMap((file) => [tarHeader(file), file.bytes, Buffer.alloc((512 - (file.bytes.length % 512)) % 512)]),
    Buffer.alloc(1024),
  ])

/** A zip archive, deflated; `claims` stand in its directory. */
export function zipOf(files: readonly PackedFile[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, claims } of files) {
    const raw = deflateRawSync(bytes)
    const named = Buffer.from(name)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(claims?.sum ?? crc32(bytes), 10)
    about.writeUInt32LE(raw.length, 14)
    about.writeUInt32LE(claims?.size ?? bytes.length, 18)
    about.writeUInt16LE(named.length, 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), about, named, raw)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, where, named)
    offset += 30 + named.length + raw.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, listed, end])
}
