/** Results of runs as canonical JSON in content-addressed storage; what is read back is checked against its hash. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { toHex } from '@/lib/custody/hex'
import { AppError } from '@/lib/platform/errors'
import { blobPath, putBytes } from '@/lib/platform/storage'

/** Stores a result's canonical text and gives its SHA-256. */
export async function storeResult(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return (await putBytes(text)).sha256
}

/** Results are parsed once per process: they never change under their hash. Only the newest few are kept. */
const parsed = new Map<string, Promise<unknown>>()
const kept = 6

/** The result under `sha256`. Only for callers that came to the hash through a run within the actor's scope. */
export function readResult<T>(sha256: Uint8Array): Promise<T> {
  const key = toHex(sha256)
  const result = parsed.get(key) ?? readAndCheck(sha256)
  parsed.delete(key)
  parsed.set(key, result)
  result.catch(() => parsed.delete(key))
  for (const oldest of parsed.keys()) if (parsed.size > kept) parsed.delete(oldest)
  return result as Promise<T>
}

async function readAndCheck(sha256: Uint8Array): Promise<unknown> {
  const bytes = await readFile(blobPath(sha256)).catch((cause) => {
    throw new AppError('unavailable', 'The stored result of this analysis is missing. Tell your administrator.', {
      cause,
    })
  })
  if (createHash('sha256').update(bytes).digest('hex') !== toHex(sha256)) {
    throw new AppError(
      'unavailable',
      'The stored result of this analysis no longer has its hash. Tell your administrator.',
    )
  }
  return JSON.parse(bytes.toString('utf8'))
}
