/** Keys of endpoints at rest: AES-256-GCM under the installation's own secret, bound to the endpoint that they belong to. */

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'

const layout = 1
const ivBytes = 12
const tagBytes = 16

/** Layout byte, nonce, tag, ciphertext. The endpoint's id is authenticated with it: moved to another row it does not open. */
export function sealKey(endpointId: string, key: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', secret(), iv)
  cipher.setAAD(Buffer.from(endpointId))
  const body = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.of(layout), iv, cipher.getAuthTag(), body]))
}

/** The key again, for the moment of a request alone. Throws `unavailable` when this installation's secret does not open it. */
export function openKey(endpointId: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const [iv, tag] = [bytes.subarray(1, 1 + ivBytes), bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes)]
  try {
    if (bytes[0] !== layout) throw new Error('unknown layout')
    const decipher = createDecipheriv('aes-256-gcm', secret(), iv, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(endpointId))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new AppError(
      'unavailable',
      'The key of this endpoint does not open with the secret of this installation. Ask a lead to give the key again.',
      { cause },
    )
  }
}

function secret(): Buffer {
  const bytes = Buffer.from(env.endpointSecret ?? '', 'hex')
  if (bytes.length === 32) return bytes
  throw new AppError('unavailable', 'This installation has no secret for keys of endpoints. Start it with npm start.')
}
