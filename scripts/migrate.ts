/** Brings a database to this version: each migration once, whole or not at all, recorded as Prisma records it. */

import { randomUUID } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { ensureAppRole, grant } from './grants'
import { type MigrationFile, migrationFiles, migrationsUpTo } from './migration-files'
import { endWith, Refusal } from './refusal'

export type MigrateSetting = {
  ownerUrl: string
  /** Address of the role of web and worker, which is made and given its rights. Left out: no role is touched. */
  appUrl?: string
  /** Called before the first change to a database that already holds something. */
  beforeChange?: () => Promise<void>
  /** Apply only these; the database is then older than this version. Throws a Refusal for one that this version does not know. */
  upTo?: string[]
}

/** The lock that Prisma's own `migrate deploy` takes, so that the two never run at once. */
const migrateLock = 72_707_369

/**
 * Applies what is missing and returns the names of what was applied. Refuses a database that was written by a newer version, one
 * whose applied migrations were edited since, and one in which a migration stopped half way.
 */
export async function migrate(setting: MigrateSetting): Promise<string[]> {
  const owner = new pg.Client({ connectionString: setting.ownerUrl, connectionTimeoutMillis: 15_000 })
  await owner.connect()
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [migrateLock])
    const role = setting.appUrl ? await ensureAppRole(owner, setting.appUrl) : null
    const files = migrationFiles()
    const recorded = await recordedMigrations(owner)
    refuseUnknown(files, recorded)
    const missing = (setting.upTo ? migrationsUpTo(setting.upTo) : files).filter(({ name }) => !recorded.has(name))
    if (missing.length > 0 && recorded.size > 0) await setting.beforeChange?.()
    for (const file of missing) await apply(owner, file)
    await runMigrations({ connectionString: setting.ownerUrl, logger: quiet })
    if (role) await grant(owner, role)
    return missing.map(({ name }) => name)
  } finally {
    await owner.end()
  }
}

async function recordedMigrations(owner: pg.Client): Promise<Map<string, { checksum: string; finished: boolean }>> {
  await owner.query(`CREATE TABLE IF NOT EXISTS public._prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0)`)
  const { rows } = await owner.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM public._prisma_migrations
      WHERE rolled_back_at IS NULL`,
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

function refuseUnknown(files: MigrationFile[], recorded: Awaited<ReturnType<typeof recordedMigrations>>): void {
  const known = new Map(files.map((file) => [file.name, file]))
  for (const [name, { checksum, finished }] of recorded) {
    const file = known.get(name)
    if (!file) {
      throw new Refusal(
        `The database was written by a newer version of Touchstone (it has the migration ${name}). Start that version, or restore a backup that this one made.`,
      )
    }
    if (!finished) {
      throw new Refusal(
        `The migration ${name} stopped half way in this database. Restore the backup that was made before it.`,
      )
    }
    if (file.checksum !== checksum) {
      throw new Refusal(
        `The migration ${name} was applied with another text than the one in this checkout. Take the checkout that wrote this database.`,
      )
    }
  }
}

async function apply(owner: pg.Client, file: MigrationFile): Promise<void> {
  await owner.query('BEGIN')
  try {
    // One simple query: PostgreSQL itself tells statements from function bodies.
    await owner.query(file.sql)
    await owner.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), file.checksum, file.name],
    )
    await owner.query('COMMIT')
  } catch (cause) {
    await owner.query('ROLLBACK')
    throw cause
  }
}

const silent = () => undefined
const quiet = {
  error: console.error,
  warn: silent,
  info: silent,
  debug: silent,
  scope: () => quiet,
} as unknown as NonNullable<Parameters<typeof runMigrations>[0]['logger']>

async function main(): Promise<void> {
  const ownerUrl = process.env.TOUCHSTONE_OWNER_URL
  if (!ownerUrl)
    throw new Refusal('Set TOUCHSTONE_OWNER_URL to the address of the database, with the role that owns it.')
  const applied = await migrate({ ownerUrl, appUrl: process.env.TOUCHSTONE_APP_URL })
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main().catch(endWith)
