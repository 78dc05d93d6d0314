/** Zstandard decompression as a stream; Node has none of its own before version 22. */

import { Decompress } from 'fzstd'

/** Small pieces in keep the pieces that come out small. */
const inputBytes = 64 * 1024

/** Yields the decompressed bytes. Throws on broken data and when the last frame is cut off. */
export async function* unzstd(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let out: Buffer[] = []
  const decompressor = new Decompress((piece) =>
    out.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)),
  )
  for await (const piece of stored) {
    for (let start = 0; start < piece.length; start += inputBytes) {
      decompressor.push(piece.subarray(start, start + inputBytes))
      yield* out
      out = []
    }
  }
  decompressor.push(new Uint8Array(0), true)
  yield* out
}
