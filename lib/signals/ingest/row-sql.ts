/** The SQL that makes canonical rows of lines of JSON, with a verdict on each. */

import { type CanonicalColumn, canonicalColumns } from '@/lib/signals/canonical-row'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { textFields, time } from '@/lib/signals/formats/sql-values'

export const columnNames = Object.keys(canonicalColumns) as CanonicalColumn[]

/** A record that has one of these is of use. */
const telling = ['c_timestamp', "nullIf(c_account_id, '')", 'c_prompt', 'c_response']

/**
 * SELECT of every canonical column and `reason` (0, or a code of rejection.ts) from lines of JSON in the file `{path:String}`,
 * which begins at position `{first:UInt64}`. A list is refused before its items could be taken for fields, as JSONExtract does. Bytes that are not UTF-8 become U+FFFD; of JSON's own rules none is bent.
 */
export function rowsSql(format: LogFormat): string {
  const steps = Object.entries(format.steps).map(([name, sql]) => `${sql} AS ${name}`)
  return `SELECT ${columnNames.map((name) => `c_${name}`).join(', ')}, multiIf(
      NOT match(line, '^[ \\\\t]*\\\\{'), if(isValidJSON(line), 2, 1),
      arrayUniq(keys) != length(keys), 3,
      isNotNull(time_text) AND isNull(c_timestamp), 4,
      ${telling.map((sql) => `isNotNull(${sql})`).join(' OR ')}, 0,
      NOT isValidJSON(line), 1, 5) AS reason
    FROM (
      WITH ${[`JSONExtract(line, '${textFields(format.fields)}') AS r`, ...steps].join(',\n')}
      SELECT line, JSONExtractKeys(line) AS keys, nullIf(${format.time}, '') AS time_text,
        ${columnNames.map((name) => `${columnSql(format, name)} AS c_${name}`).join(',\n')}
      FROM (
        SELECT {first:UInt64} + _row_number AS position, if(isValidUTF8(raw), raw, toValidUTF8(raw)) AS line
        FROM file({path:String}, 'LineAsString', 'raw String') WHERE match(raw, '[^ \\\\t\\\\r]')
      )
    )`
}

function columnSql(format: LogFormat, name: CanonicalColumn): string {
  if (name === 'row_id') return 'position'
  if (name === 'timestamp') return time('time_text')
  if (name === 'account_id') return `ifNull(${format.columns.account_id ?? 'NULL'}, '')`
  if (name === 'extra' && format.keepsUnknown) return extraSql(format)
  return format.columns[name] ?? 'NULL'
}

/** What the record says beyond the known fields, as JSON; a record's own `extra` alone stays as it is. */
function extraSql(format: LogFormat): string {
  const known = format.fields.filter((name) => name !== 'extra').map((name) => `'${name}'`)
  const unknown = `arrayFilter(k -> k NOT IN (${[...known, "'row_id'"].join(', ')}), keys)`
  const pairs = `arrayFilter(kv -> has(${unknown}, kv.1), JSONExtractKeysAndValuesRaw(line))`
  const object = `concat('{', arrayStringConcat(arrayMap(kv -> concat(toJSONString(kv.1), ':', kv.2), ${pairs}), ','), '}')`
  return `multiIf(empty(${unknown}), NULL, ${unknown} = ['extra'], nullIf(r.extra, ''), ${object})`
}
