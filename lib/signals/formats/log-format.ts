/** What a log format is: how its records are recognised, and where each canonical column comes from. */

import type { CanonicalColumn } from '@/lib/signals/canonical-row'

export type SourceRecord = Record<string, unknown>

/** One row is one request, a sum over many requests of a span of time, or an event that is no request to a model. */
export type RowMeaning = 'requests' | 'sums' | 'events'

export type LogFormat = {
  id: string
  /** Its name for people. */
  name: string
  rows: RowMeaning
  /** True when a parsed record has this shape; decided by content alone. */
  recognises(record: SourceRecord): boolean
  /** Top-level fields that are read. In SQL each is text, `r.field`: null when absent, JSON when it is an object or list. */
  fields: readonly string[]
  /** Further top-level fields that say nothing of their own, and so do not go into `extra`. */
  ignored?: readonly string[]
  /** Intermediate SQL expressions by name; each may use `r` and those before it. */
  steps: Readonly<Record<string, string>>
  /** SQL text of the record's time before it is understood; null where the record has none. */
  time: string
  /** SQL of a UTC time to the millisecond, of such text; null for what is not understood. `time` of sql-values without it. */
  understands?: (text: string) => string
  /** Bound parameters of its SQL by name; none may be called `path` or `first`. */
  params?: Readonly<Record<string, string>>
  /** SQL of the names of further top-level fields that are read, for a format that was not written by us. */
  readNames?: readonly string[]
  /** SQL condition: the record is one that this format is about. Others are refused with a reason of their own. */
  isOurs?: string
  /** SQL for each column that the format knows; `timestamp` comes from `time`. */
  columns: Readonly<Partial<Record<CanonicalColumn, string>>>
  /** SQL of JSON text for each further thing that is kept in `extra` under this name; null where there is none. */
  keeps?: Readonly<Record<string, string>>
  /** Given when several records together are one request. */
  parts?: RequestParts
}

/**
 * Records with the same `request_id` become one row, if each has another `number` (SQL over the columns of the staged row).
 * A column is that of the part with the lowest number that has it, or as `columns` says: there `parts` is an array of
 * (number, row_id, extra) in the order of the numbers. In `extra` the first part that has a name wins.
 */
export type RequestParts = {
  number: string
  /** Names in `extra` that only serve to put the parts together. */
  scaffold: readonly string[]
  columns: Readonly<Partial<Record<CanonicalColumn, string>>>
}
