/** A database of one's own, copied from the migrated template in some 50 milliseconds. */

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type OwnDatabase = {
  /** As the role that owns everything: migrations, backup, looking behind the application's back. */
  ownerUrl: string
  /** As the role of web and worker. */
  appUrl: string
  drop(): Promise<void>
}

/**
 * A new copy of the migrated, empty template. Every `*.db.test.ts` already has one, and the environment of
 * `lib/platform/env.ts` names it; ask for another only when a test needs two.
 */
export async function freshDatabase(): Promise<OwnDatabase> {
  const templateUrl = inject('templateUrl')
  const template = databaseOf(templateUrl)
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    ownerUrl: withDatabase(templateUrl, name),
    appUrl: withDatabase(inject('templateAppUrl'), name),
    drop: () => administer(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

/** Makes this process use `database`, by the settings that web and worker read. */
export function useDatabase(database: OwnDatabase): void {
  process.env.TOUCHSTONE_APP_URL = database.appUrl
  process.env.TOUCHSTONE_OWNER_URL = database.ownerUrl
}

/** The rows of one statement, run as the owner. */
export async function asOwner<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const ownerUrl = process.env.TOUCHSTONE_OWNER_URL
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function administer(templateUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(templateUrl, 'postgres') })
  await client.connect()
  try {
    // Two files may copy the template in the same moment: PostgreSQL lets nobody else be connected to it meanwhile.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
