/** Puts the rows of a dump into an empty database, at the migrations at which they were taken. */

import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import type { DumpHead } from './dump'
import { migrate } from './migrate'
import { migrationsUpTo } from './migration-files'
import { Refusal } from './refusal'
import { withClient } from './throwaway-database'

const batch = 500

/** Brings the empty database of `ownerUrl` to the state in `file`, then to this version. Returns what the dump says of itself. */
export async function loadDatabase({
  ownerUrl,
  appUrl,
  file,
}: {
  ownerUrl: string
  appUrl?: string
  file: string
}): Promise<DumpHead> {
  const head = await checkDump(file)
  await migrate({ ownerUrl, appUrl, upTo: head.migrations })
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN')
    const links = await loosen(client)
    await insertAll(client, file)
    await tighten(client, links)
    await client.query('COMMIT')
  })
  await migrate({ ownerUrl, appUrl })
  return head
}

/** Reads a dump to its end. Throws a Refusal when it is none, is too new, or was cut off; returns what it says of itself. */
export async function checkDump(file: string): Promise<DumpHead> {
  const head = await headOf(file)
  let count = 0
  try {
    for await (const line of linesOf(file)) {
      if (!line.startsWith('#')) count += 1
      else if ((JSON.parse(line.slice(1)) as { end?: number }).end === count) return head
    }
  } catch (cause) {
    throw new Refusal(`${file} is damaged. Nothing was restored.`, { cause })
  }
  throw new Refusal(`${file} is not whole: its end is missing. Nothing was restored.`)
}

async function headOf(file: string): Promise<DumpHead> {
  for await (const line of linesOf(file)) {
    if (!line.startsWith('#')) break
    const head = JSON.parse(line.slice(1)) as DumpHead
    if (head.touchstone !== 'database') break
    if (head.format !== 1)
      throw new Refusal(`${file} was written by a newer version of Touchstone. Restore it with that version.`)
    migrationsUpTo(head.migrations)
    return head
  }
  throw new Refusal(`${file} is not a backup of a Touchstone database.`)
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined)
  let rest = ''
  for await (const chunk of text.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

type Link = { table: string; name: string; definition: string }

/** Foreign keys are taken off, so that tables can be filled in any order, and the guards against change are put to sleep. */
async function loosen(client: pg.Client): Promise<Link[]> {
  const { rows } = await client.query<Link>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  )
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const table of await tablesOf(client)) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  return rows
}

/** Puts everything back; PostgreSQL checks every row against each foreign key as it does. */
async function tighten(client: pg.Client, links: Link[]): Promise<void> {
  for (const { table, name, definition } of links)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
  for (const table of await tablesOf(client)) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  await advanceCounters(client)
  // Whoever held a job when the backup was made is not there any more.
  await client.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
  )
  await client.query(
    `UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
  )
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  return rows.map(({ name }) => name)
}

async function advanceCounters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; counter: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS table, quote_ident(column_name) AS column,
        pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) AS counter
      FROM information_schema.columns
      WHERE table_schema IN ('public', 'graphile_worker') AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')`,
  )
  for (const { table, column, counter } of rows) {
    if (counter)
      await client.query(`SELECT setval($1, GREATEST((SELECT max(${column}) FROM ${table}), 0) + 1, false)`, [counter])
  }
}

async function insertAll(client: pg.Client, file: string): Promise<void> {
  let insert: ((rows: string[]) => Promise<void>) | null = null
  let rows: string[] = []
  let count = 0
  const flush = async () => {
    if (rows.length > 0) await insert?.(rows)
    rows = []
  }
  for await (const line of linesOf(file)) {
    if (!line.startsWith('#')) {
      rows.push(line)
      count += 1
      if (rows.length === batch) await flush()
      continue
    }
    await flush()
    const note = JSON.parse(line.slice(1)) as { table?: string; end?: number }
    if (note.end === count) return
    if (note.table) insert = await inserter(client, note.table)
  }
  throw new Refusal(`${file} is not whole: its end is missing. Nothing was restored.`)
}

async function inserter(client: pg.Client, table: string): Promise<(rows: string[]) => Promise<void>> {
  const found = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
      WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  )
  if (found.rows.length === 0) throw new Refusal(`The backup holds rows of ${table}, which this version does not know.`)
  const columns = found.rows.map(({ name }) => name).join(', ')
  const sql = `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`
  return async (rows) => {
    await client.query(sql, [`[${rows.join(',')}]`])
  }
}
