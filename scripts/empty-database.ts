/** Tells whether a database holds anything of ours, and takes everything of ours out of it. */

import { withClient } from './throwaway-database'

/** True when nothing was ever recorded: freshly migrated, or not migrated at all. */
export async function isEmptyDatabase(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const table = await client.query<{ name: string | null }>(`SELECT to_regclass('public.event')::text AS name`)
    if (!table.rows[0]?.name) return true
    const found = await client.query('SELECT 1 FROM public.event UNION ALL SELECT 1 FROM public.person LIMIT 1')
    return found.rowCount === 0
  })
}

/** Removes every table, type and function of ours. Other schemas of the database stay. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(
      'BEGIN; DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public; COMMIT',
    ),
  )
}
