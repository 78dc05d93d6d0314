/** A token that is shown once: the link carries it, the database keeps its hash alone. */

import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in the 43 letters that an address allows. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a one-time token: all that is kept of it. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
