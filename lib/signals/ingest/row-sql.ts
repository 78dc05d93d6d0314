/** The SQL that makes canonical rows of lines of JSON, with a verdict on each. */

import { type CanonicalColumn, canonicalColumns } from '@/lib/signals/canonical-row'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { objectOf, textFields, time } from '@/lib/signals/formats/sql-values'

export const columnNames = Object.keys(canonicalColumns) as CanonicalColumn[]

/** A record that has one of these is of use, and so is a part of a request whose other parts may have them. */
const telling = ['c_timestamp', "nullIf(c_account_id, '')", 'c_prompt', 'c_response']
const tellingOf = ({ parts }: LogFormat) => (parts ? [...telling, 'c_request_id'] : telling)

/**
 * SELECT of every canonical column and `reason` (0, or a code of rejection.ts) from lines of JSON in the file `{path:String}`,
 * which begins at position `{first:UInt64}`. A list is refused before its items could be taken for fields, as JSONExtract does. Bytes that are not UTF-8 become U+FFFD; of JSON's own rules none is bent.
 */
export const rowsSql = (format: LogFormat): string =>
  rowsOf(
    format,
    `SELECT {first:UInt64} + _row_number AS position, if(isValidUTF8(raw), raw, toValidUTF8(raw)) AS line
    FROM file({path:String}, 'LineAsString', 'raw String') WHERE match(raw, '[^ \\t\\r]')`,
  )

/** Each row of the Parquet file `{path:String}` as a JSON object, `line`, with its `position` from `{first:UInt64}` on. */
export const parquetRecords = `SELECT {first:UInt64} + assumeNotNull(toUInt64(_row_number)) AS position,
  toValidUTF8(formatRowNoNewline('JSONEachRow', *)) AS line FROM file({path:String}, 'Parquet')`

/** As `rowsSql`, from the rows of a Parquet file. */
export const parquetRowsSql = (format: LogFormat): string => rowsOf(format, parquetRecords)

function rowsOf(format: LogFormat, read: string): string {
  const r: Record<string, string> =
    format.fields.length > 0 ? { r: `JSONExtract(line, '${textFields(format.fields)}')` } : {}
  const steps = { ...r, ...format.steps }
  return `SELECT ${columnNames.map((name) => `c_${name}`).join(', ')}, multiIf(
      NOT match(line, '^[ \\t]*\\{'), if(isValidJSON(line), 2, 1),
      arrayUniq(keys) != length(keys), 3,
      NOT is_ours, if(isValidJSON(line), 9, 1),
      isNotNull(time_text) AND isNull(c_timestamp), 4,
      ${tellingOf(format)
        .map((sql) => `isNotNull(${sql})`)
        .join(' OR ')}, 0,
      NOT isValidJSON(line), 1, 5) AS reason
    FROM (
      SELECT line, JSONExtractKeys(line) AS keys, nullIf(${format.time}, '') AS time_text,
        ${format.isOurs ?? '1'} AS is_ours, ${format.columns.latency_ms ?? "CAST(NULL, 'Nullable(Int64)')"} AS latency,
        ${columnNames.map((name) => `${columnSql(format, name)} AS c_${name}`).join(',\n')}
      FROM (${layered(read, steps)})
    )`
}

/** Each step is a column for those after it: as aliases of one statement they would be written out again at every use. */
const layered = (read: string, steps: Readonly<Record<string, string>>): string =>
  Object.entries(steps).reduce((from, [name, sql]) => `SELECT *, ${sql} AS ${name} FROM (${from})`, read)

function columnSql(format: LogFormat, name: CanonicalColumn): string {
  if (name === 'row_id') return 'position'
  if (name === 'timestamp') return (format.understands ?? time)('time_text')
  if (name === 'account_id') return `ifNull(${format.columns.account_id ?? 'NULL'}, '')`
  if (name === 'latency_ms') return 'if(latency < 0, NULL, latency)'
  if (name === 'extra') return extraSql(format)
  return format.columns[name] ?? 'NULL'
}

/**
 * What the record says beyond the known fields, and what the format keeps, as JSON; a record's own `extra` alone stays as it
 * is. A negative duration is none, and is kept here.
 */
function extraSql(format: LogFormat): string {
  const known = [...format.fields.filter((name) => name !== 'extra'), ...(format.ignored ?? []), 'row_id']
  const names = [...known.map((name) => `'${name}'`), ...(format.readNames ?? [])].join(', ')
  const unknown = `arrayFilter(k -> k NOT IN (${names}), keys)`
  const kept = { ...format.keeps, latency_ms: 'if(latency < 0, toString(latency), NULL)' }
  const keptPairs = Object.entries(kept).map(([name, json]) => `('${name}', ifNull(toString(${json}), ''))`)
  const own = `arrayFilter(kv -> kv.2 != '', [${keptPairs.join(', ')}])`
  // Not by `has(unknown, …)`: a list beside each of its own items takes the square of their number in memory.
  const pairs = `arrayConcat(${own}, arrayFilter(kv -> kv.1 NOT IN (${names}), JSONExtractKeysAndValuesRaw(line)))`
  const ownExtra = format.fields.includes('extra')
    ? `${unknown} = ['extra'] AND empty(${own}), nullIf(r.extra, ''), `
    : ''
  return `multiIf(empty(${unknown}) AND empty(${own}), NULL, ${ownExtra}${objectOf(pairs)})`
}
