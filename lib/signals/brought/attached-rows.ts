/** The rows of an attached query as sorted lines of canonical fields: the same rows give the same bytes, in whatever order they lie. */

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Engine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import { type CanonicalColumn, canonicalColumns } from '@/lib/signals/canonical-row'

/** Which column of the query is which canonical field. */
export type AttachedColumns = Partial<Record<CanonicalColumn, string>>

export type Attached = { engine: Engine; query: string; columns: AttachedColumns }
export type AttachedSeal = { rows: number; bytes: number; sha256: string }

const plainColumn = /^[A-Za-z_][A-Za-z0-9_.]*$/

/** Reads `field = column` lines. Throws `invalid-input` for a field that does not exist, twice the same, or no account and time. */
export function readColumns(text: string): AttachedColumns {
  const columns: AttachedColumns = {}
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [field = '', column = '', ...more] = line.split('=').map((part) => part.trim())
    if (!(field in canonicalColumns) || field === 'row_id') throw wrong(`There is no field “${field}” in a usage log.`)
    if (more.length > 0 || !plainColumn.test(column)) throw wrong(`Write the column of ${field} as one plain name.`)
    if (field in columns) throw wrong(`${field} is given twice.`)
    columns[field as CanonicalColumn] = column
  }
  if (!columns.account_id || !columns.timestamp) throw wrong('Say at least which columns are account_id and timestamp.')
  return columns
}

/**
 * Writes one line per row to `path`, sorted by their bytes, and gives the SHA-256 over all of them: the seal of the rows. Without
 * `path` it only reads. `query` was let through by `checkedQuery`.
 */
export async function readAttached({ engine, query, columns }: Attached, path?: string): Promise<AttachedSeal> {
  const seal = { rows: 0, bytes: 0 }
  const hash = createHash('sha256')
  const lines = async function* () {
    for await (const batch of engine.stream<{ line: string }>(sortedLines(query, columns))) {
      const bytes = Buffer.from(batch.map(({ line }) => `${line}\n`).join(''))
      seal.rows += batch.length
      seal.bytes += bytes.length
      hash.update(bytes)
      yield bytes
    }
  }
  if (path === undefined) for await (const _ of lines());
  else await pipeline(Readable.from(lines()), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  return { ...seal, sha256: hash.digest('hex') }
}

/** Sorted by the whole line, so that rows that are alike in their key have one order too. */
function sortedLines(query: string, columns: AttachedColumns): string {
  const named = Object.entries(columns)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, column]) => `q.\`${column}\` AS ${field}`)
  return `SELECT formatRowNoNewline('JSONEachRow', *) AS line FROM (SELECT ${named.join(', ')} FROM (${query}) AS q) ORDER BY line`
}

function wrong(sentence: string): AppError {
  return new AppError('invalid-input', sentence)
}
