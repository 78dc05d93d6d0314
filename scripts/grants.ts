/** What the role of web and worker may do: everything with ordinary tables, only add to the record, own nothing. */

import type pg from 'pg'
import { Refusal } from './refusal'

/** The role that web and worker connect as when the database is the embedded one. */
export const appRole = 'touchstone_app'

/** Tables that the application may read and add to, never change or empty. Triggers refuse the same to everybody else. */
export const insertOnlyTables = ['event', 'event_payload'] as const

/** Tables that belong to the owner alone; the application may look which migrations were applied. */
const readOnlyTables = ['_prisma_migrations'] as const

/** Creates the role of `appUrl` when it is missing, and gives it the password of that address. */
export async function ensureAppRole(owner: pg.Client, appUrl: string): Promise<string> {
  const { username, password } = new URL(appUrl)
  const role = decodeURIComponent(username)
  const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  const change = rowCount ? 'ALTER' : 'CREATE'
  const secret = owner.escapeLiteral(decodeURIComponent(password))
  try {
    await owner.query(
      `${change} ROLE ${owner.escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret}`,
    )
  } catch (cause) {
    // A server whose owner may not manage roles: then an administrator has made the role, password and all.
    if (!rowCount) {
      throw new Refusal(
        `The role ${role} does not exist and the owner may not create it. Ask the administrator of the database: CREATE ROLE ${role} LOGIN PASSWORD '…'.`,
        { cause },
      )
    }
  }
  return role
}

/** Gives `role` its rights on everything that exists now. Run after each migration; running it twice changes nothing. */
export async function grant(owner: pg.Client, role: string): Promise<void> {
  const name = owner.escapeIdentifier(role)
  const list = async (tables: readonly string[]) => {
    const found = await owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1)`,
      [tables],
    )
    return found.rows.map((row) => `public.${owner.escapeIdentifier(row.name)}`).join(', ')
  }
  await owner.query(`
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name};`)
  const inserted = await list(insertOnlyTables)
  if (inserted)
    await owner.query(`REVOKE ALL ON ${inserted} FROM ${name}; GRANT SELECT, INSERT ON ${inserted} TO ${name}`)
  const read = await list(readOnlyTables)
  if (read) await owner.query(`REVOKE ALL ON ${read} FROM ${name}; GRANT SELECT ON ${read} TO ${name}`)
  await grantJobs(owner, role)
}

/** graphile-worker hides its rows from everybody but its owner, so the role needs a policy beside its grants. */
async function grantJobs(owner: pg.Client, role: string): Promise<void> {
  const name = owner.escapeIdentifier(role)
  await owner.query(`
    GRANT USAGE ON SCHEMA graphile_worker TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${name};
    REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${name};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${name};`)
  const hidden = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity`,
  )
  for (const row of hidden.rows) {
    const table = `graphile_worker.${owner.escapeIdentifier(row.name)}`
    await owner.query(
      `DROP POLICY IF EXISTS ${name} ON ${table}; CREATE POLICY ${name} ON ${table} TO ${name} USING (true) WITH CHECK (true)`,
    )
  }
}
