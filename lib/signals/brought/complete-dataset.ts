/** Joins a log with others that complete it, request by request: the result is a dataset of its own with all of them as parents. */

import type { Engine } from '@/lib/platform/engine'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import { objectOf } from '@/lib/signals/formats/sql-values'
import { columnNames } from '@/lib/signals/ingest/row-sql'
import { createStage, dropStage, exportParquet, type StageSummary, summarise } from '@/lib/signals/ingest/stage'
import type { Completion } from './completions'

export type CompletionRequest = {
  engine: Engine
  completion: Completion
  /** Canonical Parquet of the main log, and of those that complete it. */
  main: string
  others: string[]
  /** Name of a scratch table that is not there yet: a plain word of our making. */
  table: string
  /** Where the Parquet of the joined log goes. */
  path: string
}

/** `completed` rows found their partner; `ambiguous` keys had several partners that differ, and found none. */
export type CompletionResult = StageSummary & { completed: number; ambiguous: number }

/** What the hash table of partners may take before it goes to disk. */
const joinBytes = 512 * 1024 ** 2

/**
 * Writes the rows of the main log to `path`, under their own `row_id`, with the values they lack from the row of the other logs
 * that has the same key; `extra.completed_by` names that row by the number of its file and its `row_id`. Where several rows have
 * the key and say different things, none completes it. The scratch table is dropped.
 */
export async function completeDataset(request: CompletionRequest): Promise<CompletionResult> {
  const { engine, completion, main, others, table, path } = request
  const files = Object.fromEntries(others.map((other, index) => [`other${index}`, other]))
  try {
    await createStage(engine, table)
    await engine.run(`INSERT INTO ${table} ${joinSql(completion, others.length)}`, { main, ...files })
    await exportParquet(engine, table, path)
    const [counts] = await engine.rows<{ completed: number; ambiguous: number }>(
      `SELECT (SELECT count() FROM ${table} WHERE JSONHas(ifNull(extra, ''), 'completed_by')) AS completed,
         (SELECT count() FROM (SELECT partner_key FROM (${rowsOf(others.length)}) GROUP BY partner_key HAVING uniqExact(content) > 1)) AS ambiguous`,
      files,
    )
    return { ...(await summarise(engine, table)), completed: counts?.completed ?? 0, ambiguous: counts?.ambiguous ?? 0 }
  } finally {
    await dropStage(engine, table)
  }
}

/** At most about this many keys of the main log are looked up for an overlap; of more a share, chosen by their hash. */
const keysLookedUp = 1_000_000

/** Rows of the main log whose key the other log has, of the rows looked at: all of them, or a share chosen by the hash of the key. */
export async function keyOverlap({
  engine,
  completion,
  main,
  other,
  rows,
}: {
  engine: Engine
  completion: Completion
  main: string
  other: string
  rows: number
}): Promise<{ looked: number; shared: number }> {
  const step = Math.max(1, Math.ceil(rows / keysLookedUp))
  const chosen = (key: string) => `cityHash64(${key}) % ${step} = 0`
  const [found] = await engine.rows<{ looked: number; shared: number }>(
    `SELECT count() AS looked, countIf(key IN (
       SELECT assumeNotNull(request_id) FROM file({other:String}, Parquet) WHERE request_id != '' AND ${chosen('assumeNotNull(request_id)')})) AS shared
     FROM (SELECT assumeNotNull(${completion.key}) AS key FROM file({main:String}, Parquet) WHERE ifNull(${completion.key}, '') != '') WHERE ${chosen('key')}`,
    { main, other },
  )
  return { looked: found?.looked ?? 0, shared: found?.shared ?? 0 }
}

const values = columnNames.filter((name) => name !== 'row_id')

/** All rows of the other logs that have a key, and a hash of all they say. */
function rowsOf(others: number): string {
  const content = values.map((name) => `ifNull(toString(${name}), '\\0')`).join(', ')
  return Array.from(
    { length: others },
    (_, file) =>
      `SELECT assumeNotNull(request_id) AS partner_key, sipHash128(${content}) AS content, ${file} AS file, *
       FROM file({other${file}:String}, Parquet) WHERE isNotNull(request_id)`,
  ).join(' UNION ALL ')
}

function joinSql({ key, account }: Completion, others: number): string {
  const partners = `SELECT partner_key, argMin((file, row_id), (file, row_id)) AS place,
      ${values.map((name) => `argMin(${name}, (file, row_id)) AS other_${name}`).join(', ')}
    FROM (${rowsOf(others)}) GROUP BY partner_key HAVING uniqExact(content) = 1`
  return `SELECT ${columnNames.map((name) => joinedColumn(name, account)).join(',\n')}, 0
    FROM (SELECT *, ${key} AS main_key FROM file({main:String}, Parquet)) AS main
    LEFT JOIN (${partners}) AS partner ON main.main_key = partner.partner_key
    SETTINGS join_use_nulls = 1, join_algorithm = 'grace_hash', max_bytes_in_join = ${joinBytes}, optimize_move_to_prewhere = 0`
}

function joinedColumn(name: CanonicalColumn, account: Completion['account']): string {
  if (name === 'row_id') return 'main.row_id'
  if (name === 'account_id') {
    const [first, second] =
      account === 'main' ? ['main.account_id', 'other_account_id'] : ['other_account_id', 'main.account_id']
    return `coalesce(nullIf(${first}, ''), nullIf(${second}, ''), '')`
  }
  return name === 'extra' ? joinedExtra : `coalesce(main.${name}, other_${name})`
}

const pairs = (extra: string) => `JSONExtractKeysAndValuesRaw(ifNull(${extra}, ''))`
const missing = `arrayFilter(kv -> NOT has(arrayMap(o -> o.1, ${pairs('main.extra')}), kv.1), ${pairs('other_extra')})`
const place = `[('completed_by', concat('{"file":', toString(place.1), ',"row":', toString(place.2), '}'))]`
const joinedExtra = `if(isNull(partner_key), main.extra, ${objectOf(`arrayConcat(${place}, ${pairs('main.extra')}, ${missing})`)})`
