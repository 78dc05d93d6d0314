/** Our own field names, as in canonical-row.ts. */

import { type CanonicalColumn, canonicalColumns } from '@/lib/signals/canonical-row'
import type { LogFormat, SourceRecord } from './log-format'
import { decimal, filled, time, unsigned, whole } from './sql-values'

const names = (Object.keys(canonicalColumns) as CanonicalColumn[]).filter((name) => name !== 'row_id')
const telling: readonly CanonicalColumn[] = ['account_id', 'timestamp', 'prompt', 'response']

const sqlByType: Record<string, (text: string) => string> = {
  'Nullable(UInt64)': unsigned,
  'Nullable(Int64)': (text) => whole(text, 'Int64'),
  'Nullable(Int32)': (text) => whole(text, 'Int32'),
  'Nullable(Float64)': decimal,
  "Nullable(DateTime64(3, 'UTC'))": time,
}

/** SQL of a column's own type, of text; null when it is not understood. */
export const columnOfText = (name: CanonicalColumn, text: string): string =>
  (sqlByType[canonicalColumns[name]] ?? filled)(text)

export const canonical: LogFormat = {
  id: 'canonical',
  name: 'Touchstone fields',
  rows: 'requests',
  recognises: (record) => telling.filter((name) => name in record).length >= 2 && saysWho(record),
  fields: names,
  steps: {},
  time: 'r.timestamp',
  columns: Object.fromEntries(names.map((name) => [name, columnOfText(name, `r.${name}`)])),
}

/** A record with our account, or with no field but ours: with others its account has another name, which would be lost. */
function saysWho(record: SourceRecord): boolean {
  return 'account_id' in record || Object.keys(record).every((name) => name in canonicalColumns || name === 'row_id')
}
