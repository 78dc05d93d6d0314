/** A PostgreSQL server for one piece of work, in a folder of its own that is gone afterwards. */

import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Cluster, startCluster, superUser } from './cluster'
import { endMarked, isRunning, markOf, type ProcessMark } from './processes'

export type Throwaway = {
  cluster: Cluster
  /** A new empty database, owned by a role that is no superuser; returns its owner's address. */
  create(name: string): Promise<string>
  stop(): Promise<void>
}

const prefix = 'touchstone-throwaway-'

/** Starts a server that forgets everything when stopped, and clears away those that killed runs left behind. */
export async function startThrowaway(): Promise<Throwaway> {
  await clearLeftOvers()
  const id = randomBytes(6).toString('hex')
  const folder = join(tmpdir(), `${prefix}${id}`)
  mkdirSync(folder)
  chmodSync(folder, 0o711)
  const mark = markOf(process.pid)
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ by: mark }))
  const password = randomBytes(12).toString('hex')
  const options = {
    ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    // Its workers belong to the superuser: the owner of a database could not drop it while one of them is at work there.
    autovacuum: 'off',
  }
  const cluster = await startCluster({ folder: join(folder, 'database'), superPassword: password, options })
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ by: mark, server: cluster.mark }))
  const owner = `owner_${id}`
  const asSuper = (work: (client: pg.Client) => Promise<unknown>) =>
    withClient(cluster.url(superUser, password, 'postgres'), work)
  // It may end others' connections, those of the application's role too, so that a database can be dropped at once.
  const rights = `LOGIN CREATEROLE CREATEDB PASSWORD '${password}' IN ROLE pg_signal_backend`
  await asSuper((client) => client.query(`CREATE ROLE ${owner} ${rights}`))
  return {
    cluster,
    async create(name) {
      await asSuper((client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${owner}`))
      return cluster.url(owner, password, name)
    },
    async stop() {
      await endMarked(cluster.mark, 'SIGQUIT', 5_000)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs `work` with a connection of its own that is closed whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function clearLeftOvers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const run = readRun(join(folder, 'run.json'))
    if (!run || isRunning(run.by)) continue
    if (run.server) await endMarked(run.server, 'SIGQUIT', 5_000)
    rmSync(folder, { recursive: true, force: true })
  }
}

function readRun(file: string): { by: ProcessMark; server?: ProcessMark } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { by: ProcessMark; server?: ProcessMark }
  } catch {
    return null
  }
}
