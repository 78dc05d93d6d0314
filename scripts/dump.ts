/** The rows of a database as one compressed file of JSON lines, consistent as of one moment and readable by any PostgreSQL. */

import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { listTables, type Table } from './tables'

/** The first line of a dump. */
export type DumpHead = { touchstone: 'database'; format: 1; at: string; migrations: string[]; server: string }

const batch = 2_000

/**
 * Writes every row that the role of `ownerUrl` owns to `file` (gzip; one row a line; lines that begin with # say which table
 * follows), while others go on working. The file appears whole or not at all. `beside` sees the database as of the same moment.
 */
export async function dumpDatabase(
  ownerUrl: string,
  file: string,
  beside?: (client: pg.Client) => Promise<void>,
): Promise<DumpHead> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const partial = `${file}.partial`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3`)
    const head = await headOf(client)
    const tables = await listTables(client)
    await pipeline(
      Readable.from(lines(client, head, tables)),
      createGzip({ level: 6 }),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    await beside?.(client)
    await client.query('COMMIT')
    await rename(partial, file)
    return head
  } finally {
    await client.end()
    await rm(partial, { force: true })
  }
}

async function headOf(client: pg.Client): Promise<DumpHead> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  )
  const server = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
  return {
    touchstone: 'database',
    format: 1,
    at: new Date().toISOString(),
    migrations: rows.map(({ name }) => name),
    server: server.rows[0]?.version ?? '',
  }
}

async function* lines(client: pg.Client, head: DumpHead, tables: Table[]): AsyncGenerator<string> {
  yield `#${JSON.stringify(head)}\n`
  let count = 0
  for (const { name } of tables) {
    yield `#${JSON.stringify({ table: name })}\n`
    // A cursor keeps memory that of one batch, however many events there are.
    await client.query(`DECLARE rows_of_table NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${name} t`)
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${batch} FROM rows_of_table`)
      if (rows.length === 0) break
      count += rows.length
      yield rows.map(({ row }) => `${row}\n`).join('')
    }
    await client.query('CLOSE rows_of_table')
  }
  yield `#${JSON.stringify({ end: count })}\n`
}
