/**
 * A narrow copy of a dataset in the order of time: a page by time takes its keys from a few row groups of it, not from the whole log.
 * It is derived from the dataset alone and may be missing: then the page comes from the dataset itself, with the same rows.
 */

import type { Engine } from '@/lib/platform/engine'
import type { CanonicalColumn } from '@/lib/signals/canonical-row'
import { parquetSettings } from '@/lib/signals/ingest/parquet-settings'
import { readCursor } from './explorer-cursor'
import type { ExplorerFilter } from './explorer-filter'
import { type Dataset, goesDown, type Key, type PageAsked, pageKeys } from './explorer-keys'
import { type Condition, millisecondsOf } from './explorer-sql'
import { type Span, spansAfter, spansBefore } from './time-spans'

/** What pages sort by, and what often filters beside the time. */
const columns = [
  ...(['row_id', 'timestamp', 'account_id', 'model'] as const),
  ...(['status', 'input_tokens', 'output_tokens', 'latency_ms'] as const),
] satisfies CanonicalColumn[]

/** Filters that these columns can answer. An account alone is found sooner in the dataset, which is sorted by it. */
const answered: ReadonlySet<string> = new Set([
  ...['from', 'to', 'model', 'status_from', 'status_to', 'input_tokens_from', 'input_tokens_to'],
  ...['output_tokens_from', 'output_tokens_to', 'latency_ms_from', 'latency_ms_to'],
])

const groupRows = 65_536
/** A log that does not fit into memory is sorted by way of the disk. */
const spillBytes = 512 * 1024 ** 2

/** Writes the time index of the dataset at `parquetPath` to `to`, in row groups of `rows`. */
export async function writeTimeIndex(
  engine: Engine,
  { parquetPath, to, rows = groupRows }: { parquetPath: string; to: string; rows?: number },
): Promise<void> {
  await engine.run(
    `INSERT INTO FUNCTION file({to:String}, 'Parquet') SELECT ${columns.join(', ')} FROM file({path:String}, 'Parquet')
     ORDER BY timestamp NULLS FIRST, row_id
     SETTINGS max_bytes_before_external_sort = ${spillBytes}, output_format_parquet_write_bloom_filter = 0, ${parquetSettings(rows)}`,
    { path: parquetPath, to },
  )
}

/** The file that has every column of the filter and is read fastest for it. */
export function fileFor(
  { parquetPath, timeIndexPath }: Pick<Dataset, 'parquetPath' | 'timeIndexPath'>,
  filter: ExplorerFilter,
): string {
  const names = Object.entries(filter).filter(([, value]) => value !== undefined)
  return timeIndexPath && names.every(([name]) => answered.has(name)) ? timeIndexPath : parquetPath
}

/** The keys that `pageKeys` gives, from the time index where it has them; in the order of time a part of it is enough. */
export async function keysOfPage(asked: PageAsked, limit: number): Promise<Key[]> {
  const parquetPath = fileFor(asked, asked.filter)
  const isIndexed = parquetPath === asked.timeIndexPath
  const marks = isIndexed && asked.sort.sort === 'time' ? await marksOf(asked.engine, parquetPath) : null
  if (!marks) return pageKeys({ ...asked, parquetPath }, limit)
  const found: Key[] = []
  for (const span of spansOf(asked, marks)) {
    found.push(...(await pageKeys({ ...asked, parquetPath }, limit - found.length, { part: within(span) })))
    if (found.length >= limit) break
  }
  return found
}

/** The spans that can hold rows of a page, from the end that it begins at. */
function* spansOf(asked: PageAsked, marks: number[]): Generator<Span> {
  const after = asked.cursor ? Number(readCursor(asked.cursor).number) : undefined
  const [from, to] = [millisecondsOf(asked.filter.from), millisecondsOf(asked.filter.to)]
  const isDown = goesDown(asked)
  const starts = [isDown ? to : from, after].filter((time) => time !== undefined)
  const spans = isDown ? spansBefore(marks, Math.min(...starts)) : spansAfter(marks, Math.max(...starts))
  for (const span of spans) {
    const isPast = isDown
      ? span.high !== null && span.high <= (from ?? -Infinity)
      : span.low !== null && span.low > (to ?? Infinity)
    if (isPast) return
    yield span
  }
}

/** The engine's own times end in the year 2299. */
const inReach = (time: number) => Math.max(-2_000_000_000_000, Math.min(time, 10_000_000_000_000))

function within({ low, high }: Span): Condition {
  const bound = (name: string, time: number | null, sign: string): Condition =>
    time === null
      ? { sql: '1', params: {} }
      : { sql: `timestamp ${sign} fromUnixTimestamp64Milli({${name}:Int64})`, params: { [name]: inReach(time) } }
  const [from, to] = [bound('span_from', low, '>='), bound('span_to', high, '<')]
  return { sql: `${from.sql} AND ${to.sql}`, params: { ...from.params, ...to.params } }
}

const known = new Map<string, Promise<number[] | null>>()
const mostKnown = 100

/** Where the row groups of an index begin, in milliseconds since 1970; null when it has rows without a time. A file under one name stays the same. */
function marksOf(engine: Engine, path: string): Promise<number[] | null> {
  const marks = known.get(path) ?? readMarks(engine, path)
  known.delete(path)
  known.set(path, marks)
  marks.catch(() => known.delete(path))
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest)
  return marks
}

async function readMarks(engine: Engine, path: string): Promise<number[] | null> {
  const place = columns.indexOf('timestamp') + 1
  const statistics = `g.columns[${place}].statistics`
  const groups = await engine.rows<{ first: number | null; none: number | null }>(
    `SELECT toInt64OrNull(ifNull(group.1, '')) AS first, group.2 AS none FROM (
       SELECT arrayJoin(arrayMap(g -> (${statistics}.min, ${statistics}.null_count), row_groups)) AS group
       FROM file({path:String}, 'ParquetMetadata'))`,
    { path },
  )
  return groups.every(({ first, none }) => first !== null && none === 0)
    ? groups.map(({ first }) => Number(first))
    : null
}
