/** What the bare engine takes: its own conversion of the same file, a hash of it, and a scan of the texts. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Engine } from '@/lib/platform/engine'
import { canonicalColumns, sortKey } from '@/lib/signals/canonical-row'

const structure = Object.entries(canonicalColumns)
  .filter(([name]) => name !== 'row_id')
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')

/** A log that does not fit into memory is sorted by way of the disk. */
const spillBytes = 4 * 1024 ** 3

/** Converts canonical JSONL to zstd Parquet sorted by account and time, as one statement of the engine. */
export async function convertBare(engine: Engine, from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  await engine.run(
    `INSERT INTO FUNCTION file({to:String}, Parquet) SELECT * FROM file({from:String}, JSONEachRow, {structure:String})
     ORDER BY ${sortKey.filter((column) => column !== 'row_id').join(', ')}
     SETTINGS output_format_parquet_compression_method = 'zstd', date_time_input_format = 'best_effort',
       max_bytes_before_external_sort = ${spillBytes}`,
    { from, to, structure },
  )
}

/** SHA-256 of a file in one pass, as `sha256sum` reads it. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

/** The scan that the time of the signals is held against. */
export async function scanTexts(engine: Engine, path: string): Promise<void> {
  await engine.rows(
    'SELECT sum(length(prompt)) AS prompts, sum(length(response)) AS responses FROM file({path:String}, Parquet)',
    { path },
  )
}
