/** Puts the rows of a stage together that are parts of one request: chunks of a long message, a batch's input and output. */

import type { Engine } from '@/lib/platform/engine'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import type { RequestParts } from '@/lib/signals/formats/log-format'
import { objectOf } from '@/lib/signals/formats/sql-values'
import { columnNames } from './row-sql'
import { createStage, summarise } from './stage'

/** Beyond this the grouping goes to disk. */
const spillBytes = 512 * 1024 ** 2

/** The name of the stage that `joinParts` makes of the stage `name`. */
export const joinedStage = (name: string): string => `${name}_joined`

/**
 * A stage with the rows of `from`, those of one `request_id` as one row at the first one's place, whatever the order in which
 * they came; `extra.rows` names them all. When two parts of a request have the same number they are not put together but stay
 * as they are. The caller drops it.
 */
export async function joinParts(engine: Engine, from: string, parts: RequestParts) {
  const table = joinedStage(from)
  await createStage(engine, table)
  const number = `${parts.number} AS number`
  const twice = `SELECT assumeNotNull(request_id), ${number} FROM ${from}
    WHERE reason = 0 AND isNotNull(request_id) GROUP BY request_id, number HAVING count() > 1`
  const keyed = `SELECT *, ${number}, if(isNull(request_id) OR (assumeNotNull(request_id), number) IN (${twice}),
      toString(row_id), concat('r', request_id)) AS joined_key
    FROM ${from} WHERE reason = 0`
  const grouped = `SELECT arraySort(groupArray((number, row_id, extra))) AS parts,
      ${columnNames.map((name) => `${firstOf(name)} AS first_${name}`).join(',\n')}
    FROM (${keyed}) GROUP BY joined_key`
  await engine.run(
    `INSERT INTO ${table} SELECT ${columnNames.map((name) => columnSql(name, parts)).join(',\n')}, 0 FROM (${grouped})
     SETTINGS max_bytes_before_external_group_by = ${spillBytes}`,
  )
  return { table, summary: await summarise(engine, table) }
}

/** Of the lowest number that has one; nulls are passed over. */
function firstOf(name: CanonicalColumn): string {
  if (name === 'row_id') return 'min(row_id)'
  if (name === 'account_id') return `ifNull(argMin(nullIf(account_id, ''), (number, row_id)), '')`
  return `argMin(${name}, (number, row_id))`
}

function columnSql(name: CanonicalColumn, parts: RequestParts): string {
  if (name !== 'extra') return parts.columns[name] ?? `first_${name}`
  const all = `arrayFlatten(arrayMap(p -> JSONExtractKeysAndValuesRaw(ifNull(p.3, '')), parts))`
  const dropped = parts.scaffold.map((scaffold) => `'${scaffold}'`).join(', ')
  const kept = `arrayFilter((kv, i) -> kv.1 NOT IN (${dropped}) AND indexOf(arrayMap(o -> o.1, ${all}), kv.1) = i, ${all}, arrayEnumerate(${all}))`
  const rows = `if(length(parts) > 1, [('rows', toString(arraySort(arrayMap(p -> p.2, parts))))], [])`
  return objectOf(`arrayConcat(${rows}, ${kept})`)
}
