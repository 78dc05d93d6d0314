/** Hashes a file beside the page: its fingerprint first, then SHA-256 over all bytes, a piece at a time. */

import { createSHA256 } from 'hash-wasm'
import { fingerprintOf } from './fingerprint'
import type { HashNews } from './hash-file'

const piece = 4 * 1024 * 1024

const tell = (news: HashNews) => self.postMessage(news)

self.addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  try {
    tell({ fingerprint: await fingerprintOf(file) })
    const hash = await createSHA256()
    for (let at = 0; at < file.size; at += piece) {
      hash.update(new Uint8Array(await file.slice(at, at + piece).arrayBuffer()))
      tell({ hashed: Math.min(at + piece, file.size) })
    }
    tell({ sha256: hash.digest('hex') })
  } catch (error) {
    tell({ failure: error instanceof Error ? error.message : 'unknown' })
  }
})
