/** Values of a column that begin a filter: those with most rows that contain what was typed. */

import type { equalColumns } from './explorer-filter'
import type { Dataset } from './explorer-keys'

export type SuggestedValue = { value: string; rows: number }

const listed = 12
/** Of a column with more values than this, such as request ids, some are looked at. */
const mostValues = 200_000

/** The values of `column` that contain `part` regardless of case, most rows first. These columns are shown to every reader of the log. */
export function suggestedValues(
  { engine, parquetPath: path }: Pick<Dataset, 'engine' | 'parquetPath'>,
  { column, part }: { column: (typeof equalColumns)[number]; part: string },
): Promise<SuggestedValue[]> {
  return engine.rows<SuggestedValue>(
    `SELECT toString(assumeNotNull(${column})) AS value, count() AS rows FROM file({path:String}, 'Parquet')
     WHERE isNotNull(${column}) AND ${column} != '' AND positionCaseInsensitiveUTF8(assumeNotNull(${column}), {part:String}) > 0
     GROUP BY value ORDER BY rows DESC, value LIMIT ${listed}
     SETTINGS max_rows_to_group_by = ${mostValues}, group_by_overflow_mode = 'any'`,
    { path, part },
  )
}
