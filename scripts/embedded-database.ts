/** The database that comes with Touchstone: its place, its server, its two roles, ready for migration. */

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, startCluster, superUser } from './cluster'
import { isOpenToOthers, serverUser, sharedFolder } from './cluster-programs'
import { databasePlace, markDataFolder } from './data-folder'
import { appRole } from './grants'
import { secretsOf } from './secrets'

export type EmbeddedDatabase = { cluster: Cluster; folder: string; ownerUrl: string; appUrl: string }

const ownerRole = 'touchstone_owner'
const name = 'touchstone'

/** Starts the server of the data folder `home`, at `port` when given, and makes database and owner when they are missing. */
export async function startEmbeddedDatabase(home: string, port?: number): Promise<EmbeddedDatabase> {
  const secrets = secretsOf(home)
  const folder = databaseFolder(home)
  const cluster = await startCluster({ folder, superPassword: secrets['database-super'], port })
  const ownerUrl = cluster.url(ownerRole, secrets['database-owner'], name)
  await ensureOwner(cluster, secrets)
  return { cluster, folder, ownerUrl, appUrl: cluster.url(appRole, secrets['database-app'], name) }
}

/** The folder of the server's data: inside the data folder, unless another user must run it and cannot come in there. */
function databaseFolder(home: string): string {
  const inside = join(home, 'database')
  const noted = databasePlace(home)
  if (noted) return noted
  const mustMove = serverUser().uid !== undefined && !isOpenToOthers(home) && !existsSync(inside)
  const outside = mustMove ? join(sharedFolder, randomBytes(8).toString('hex')) : null
  if (outside) {
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
    console.log(
      `PostgreSQL does not run as root, and other users cannot enter ${home}: the database is kept in ${outside}.`,
    )
  }
  markDataFolder(home, outside)
  return outside ?? inside
}

async function ensureOwner(cluster: Cluster, secrets: ReturnType<typeof secretsOf>): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url(superUser, secrets['database-super'], 'postgres') })
  await client.connect()
  try {
    const has = async (sql: string, value: string) => ((await client.query(sql, [value])).rowCount ?? 0) > 0
    if (!(await has('SELECT 1 FROM pg_roles WHERE rolname = $1', ownerRole))) {
      const password = client.escapeLiteral(secrets['database-owner'])
      await client.query(`CREATE ROLE ${ownerRole} LOGIN CREATEROLE PASSWORD ${password}`)
    }
    if (!(await has('SELECT 1 FROM pg_database WHERE datname = $1', name))) {
      await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole}`)
    }
  } finally {
    await client.end()
  }
}
