/** What a log format is: how its records are recognised, and where each canonical column comes from. */

import type { CanonicalColumn } from '@/lib/signals/canonical-row'

export type SourceRecord = Record<string, unknown>

export type LogFormat = {
  id: string
  /** Its name for people. */
  name: string
  /** True when a parsed record has this shape; decided by content alone. */
  recognises(record: SourceRecord): boolean
  /** Top-level fields that are read. In SQL each is text, `r.field`: null when absent, JSON when it is an object or list. */
  fields: readonly string[]
  /** Intermediate SQL expressions by name; each may use `r` and those before it. */
  steps: Readonly<Record<string, string>>
  /** SQL text of the record's time before it is understood; null where the record has none. */
  time: string
  /** SQL for each column that the format knows; `timestamp` comes from `time`. */
  columns: Readonly<Partial<Record<CanonicalColumn, string>>>
  /** Keep top-level fields that are not in `fields` as JSON in `extra`. */
  keepsUnknown: boolean
}
