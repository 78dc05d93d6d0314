/** Canonical JSON text (RFC 8785): equal values give equal bytes. */

import canonicalize from 'canonicalize'

/** RFC 8785 text of `value`. Throws on what JSON cannot say: NaN, infinities, functions, BigInt. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('A value without a JSON form cannot be made canonical.')
  return text
}
