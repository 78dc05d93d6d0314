/** A calibration profile by the hash of its bytes, so that a result says by which figures it was weighed. */

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CalibrationProfile } from './calibration-profile'

const known = new WeakMap<CalibrationProfile, string>()

/** SHA-256 in hex of the canonical JSON (RFC 8785) with a line break: of the file that `touchstone calibrate` writes. */
export function profileHash(profile: CalibrationProfile): string {
  const before = known.get(profile)
  if (before) return before
  const sha256 = createHash('sha256')
    .update(`${canonicalize(profile)}\n`)
    .digest('hex')
  known.set(profile, sha256)
  return sha256
}
