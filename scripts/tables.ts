/** The tables whose rows a backup holds. */

import type pg from 'pg'

export type Table = {
  /** Schema and name, quoted for SQL. */
  name: string
}

/** What the migrations themselves write, and what only says which worker is alive now. */
const left = ['public._prisma_migrations', 'graphile_worker.migrations', 'graphile_worker._private_known_crontabs']

/** Tables of the product and of its job queue, in a steady order. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'graphile_worker') AND schemaname || '.' || tablename <> ALL($1) ORDER BY 1`,
    [left],
  )
  return rows
}
