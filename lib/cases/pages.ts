/** Keyset paging: a cursor is the sort value and id of the row next to the page, opaque in the address. */

import { z } from 'zod'

export type Cursor = { value: string; id: string }

/** A cursor as it stands in an address. */
export function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** The cursor behind an address, or null for anything that is none. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parsed) || parsed.length !== 2) return null
    const [value, id] = parsed
    const isWhole = typeof value === 'string' && !value.includes('\0') && z.guid().safeParse(id).success
    return isWhole ? { value, id } : null
  } catch {
    return null
  }
}

export type Page<Row> = { rows: Row[]; after: string | null; before: string | null }

/**
 * Cuts one row too many off `found` and says where the neighbours start. `found` is in reading order when paging forward and in
 * reverse when paging back; `limit` rows remain, in reading order.
 */
export function cutPage<Row>(
  found: Row[],
  {
    limit,
    back,
    started,
    cursorOf,
  }: { limit: number; back: boolean; started: boolean; cursorOf: (row: Row) => Cursor },
): Page<Row> {
  const more = found.length > limit
  const kept = found.slice(0, limit)
  const rows = back ? kept.reverse() : kept
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    after: last && (back || more) ? writeCursor(cursorOf(last)) : null,
    before: first && (back ? more : started) ? writeCursor(cursorOf(first)) : null,
  }
}
