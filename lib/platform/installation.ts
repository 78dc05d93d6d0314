/** How this installation is set up, as an administrator may see it: no secret, no password. */

import { db } from './db'
import { env } from './env'
import { engineInWords } from './outside-engine'

/** Facts for the settings page. `separateOwner` is false when our own role could alter the tables of the record. */
export async function installationFacts() {
  const [row] = await db.$queryRaw<{ version: string; owner: boolean }[]>`
    SELECT current_setting('server_version') AS version, pg_get_userbyid(relowner) = current_user AS owner FROM pg_class WHERE oid = 'event'::regclass`
  return {
    database: `PostgreSQL ${row?.version ?? ''}`.trim(),
    separateOwner: row?.owner === false,
    engine: engineInWords(),
    mail: env.smtpUrl !== undefined,
    dataFolder: env.home,
    publicServer: env.listensBeyondLoopback,
  }
}
