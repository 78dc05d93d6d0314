/** Writes a small log of canonical rows to Parquet, for tests and for trying a signal by hand. */

import type { Engine } from '@/lib/platform/engine'
import { type CanonicalColumn, canonicalColumns } from './canonical-row'

export type CanonicalRow = { account_id: string } & Partial<Record<CanonicalColumn, string | number | null>>

/** Writes `rows` to `path` as given, without sorting; `row_id` is the position unless a row has its own. Times as `2024-10-14 09:12:00.000`. */
export async function writeCanonicalLog(engine: Engine, path: string, rows: CanonicalRow[]): Promise<void> {
  const structure = Object.entries(canonicalColumns).map(([name, kind]) => `${name} ${kind}`)
  const lines = rows.map((row, index) => JSON.stringify({ row_id: index, ...row })).join('\n')
  await engine.run(
    `INSERT INTO FUNCTION file({path:String}, Parquet) SELECT * FROM format(JSONEachRow, {structure:String}, {lines:String})
     SETTINGS engine_file_truncate_on_insert = 1`,
    { path, structure: structure.join(', '), lines },
  )
}
