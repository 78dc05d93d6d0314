/** A span of time in an address: `from` and `until` as ISO 8601 in UTC, read so that a broken one is no span. Pure and isomorphic. */

/** Milliseconds since 1970; `until` is no part of the span. */
export type AddressSpan = { from: number; until: number }

const day = 86_400_000

/** The span that an address names; a date alone is its first moment for `from`, and the end of that day for `until`. */
export function readSpan({ from, until }: { from?: string; until?: string }): AddressSpan | null {
  const start = momentOf(from)
  const end = momentOf(until)
  if (start === null || end === null) return null
  const span = { from: start, until: isDate(until) ? end + day : end }
  return span.until > span.from ? span : null
}

const isDate = (text?: string) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

function momentOf(text?: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/.test(text ?? '')) return null
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : at
}

/** A moment as an address writes it. */
export const writeMoment = (at: number): string => new Date(at).toISOString().replace(/\.000Z$/, 'Z')
