/** The hash chain of the record: pure arithmetic over headers, the same for writer, verifier and an outsider. */

import { createHash } from 'node:crypto'
import { canonicalText } from './canonical'
import { toHex } from './hex'

export type Header = {
  seq: bigint
  at: Date
  actorId: string | null
  type: string
  caseId: string | null
  payloadHash: Uint8Array
  prevHash: Uint8Array
}

/** What the first event points back to: 32 zero bytes. */
export const genesisHash: Uint8Array = new Uint8Array(32)

/** SHA-256 of `salt ‖ UTF-8(text)`: commits to a payload without revealing it by guessing. */
export function hashPayload(salt: Uint8Array, text: string): Uint8Array {
  return createHash('sha256').update(salt).update(text, 'utf8').digest()
}

/** SHA-256 of the header's RFC 8785 text: sequence, UTC time to the millisecond, actor, type, case, payload hash, previous hash. */
export function hashHeader(header: Header): Uint8Array {
  const text = canonicalText({
    actor: header.actorId,
    at: header.at.toISOString(),
    case: header.caseId,
    payload: toHex(header.payloadHash),
    prev: toHex(header.prevHash),
    seq: header.seq.toString(),
    type: header.type,
  })
  return createHash('sha256').update(text, 'utf8').digest()
}
