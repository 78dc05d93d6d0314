/** Undoes gzip, zstd and bzip2 as a stream; what is broken, cut off or followed by something else throws. */

import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Packing } from './packing'
import { unbzip2 } from './unbzip2'
import { unzstd } from './unzstd'

const pieceBytes = 1024 ** 2

export type Compression = Extract<Packing, 'gzip' | 'zstd' | 'bzip2'>

export const isCompression = (packing: Packing): packing is Compression => packing in decompressors

/** The decompressed bytes of `stored`, in pieces of about 1 MiB. Errors are those of the decompressor. */
export const decompressed = (compression: Compression, stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> =>
  decompressors[compression](stored)

const decompressors = { gzip: gunzip, zstd: unzstd, bzip2: unbzip2 } as const

async function* gunzip(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzipper = createGunzip({ chunkSize: pieceBytes })
  let fed = 0
  const counted = async function* () {
    for await (const piece of stored) {
      fed += piece.length
      yield piece
    }
  }
  const feeding = pipeline(counted, gunzipper).catch(() => undefined)
  try {
    for await (const piece of gunzipper) yield piece as Buffer
    // The decompressor stops without a word at bytes that begin no further member.
    if (gunzipper.bytesWritten < fed) throw new Error('data after the end of the compressed stream')
  } finally {
    gunzipper.destroy()
    await feeding
  }
}
