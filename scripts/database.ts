/** A migrated database, the embedded one or the operator's own, with an automatic backup before it is changed. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { dumpDatabase } from './dump'
import { startEmbeddedDatabase } from './embedded-database'
import { migrate } from './migrate'
import type { ProcessMark } from './processes'
import { Refusal } from './refusal'
import type { Settings } from './settings'

export type Database = {
  ownerUrl: string
  appUrl: string
  /** True when web and worker use a role of their own that owns nothing. */
  separateOwner: boolean
  /** A sentence on where it is. */
  place: string
  stop(): Promise<void>
}

const oldestServer = 14

/** Starts or reaches the database and brings it to this version. Throws a Refusal with the sentence for what is wrong. */
export async function bringDatabase(settings: Settings, onStart: (mark: ProcessMark) => void): Promise<Database> {
  const { home } = settings
  const database = settings.database ? await reach(settings.database) : await keepEmbedded(home, onStart)
  try {
    const applied = await migrate({
      ownerUrl: database.ownerUrl,
      appUrl: database.separateOwner ? database.appUrl : undefined,
      beforeChange: () => backUp(database.ownerUrl, home),
    })
    if (applied.length > 0)
      console.log(`Applied ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}.`)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function reach({ appUrl, ownerUrl }: { appUrl: string; ownerUrl: string }): Promise<Database> {
  for (const url of new Set([ownerUrl, appUrl])) {
    if (!/^postgres(ql)?:\/\//.test(url))
      throw new Refusal('DATABASE_URL must look like postgresql://user:password@host:5432/name.')
  }
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 15_000 })
  await client.connect().catch((cause: Error) => {
    if (/timeout/i.test(cause.message)) {
      throw new Refusal(
        'The database does not answer within 15 seconds. Look whether it runs and whether DATABASE_URL names it rightly.',
        { cause },
      )
    }
    throw cause
  })
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version`,
  )
  await client.end()
  const version = rows[0]?.version ?? 0
  if (version < oldestServer)
    throw new Refusal(`The database is PostgreSQL ${version}, and ${oldestServer} is the oldest that serves.`)
  const place = `${new URL(appUrl).host}, PostgreSQL ${version}`
  return { ownerUrl, appUrl, separateOwner: ownerUrl !== appUrl, place, stop: async () => undefined }
}

async function keepEmbedded(home: string, onStart: (mark: ProcessMark) => void): Promise<Database> {
  let current = await startEmbeddedDatabase(home)
  let stopping = false
  const { port } = current.cluster
  const watch = () => {
    onStart(current.cluster.mark)
    void current.cluster.ended.then(async (reason) => {
      if (stopping) return
      console.error(`The database ended by itself; it starts again. ${reason}`)
      await restart()
    })
  }
  const restart = async (pause = 500): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (stopping) return
    try {
      current = await startEmbeddedDatabase(home, port)
      watch()
    } catch (error) {
      console.error(
        `The database could not be started again: ${(error as Error).message} Next attempt in ${(pause * 2) / 1000} s.`,
      )
      await restart(Math.min(pause * 2, 30_000))
    }
  }
  watch()
  const { ownerUrl, appUrl } = current
  const stop = async () => {
    stopping = true
    await current.cluster.stop()
  }
  return { ownerUrl, appUrl, separateOwner: true, place: current.folder, stop }
}

async function backUp(ownerUrl: string, home: string): Promise<void> {
  const file = await keepDump(ownerUrl, home, 'before-migration')
  console.log(`The database was backed up to ${file} before it is changed.`)
}

/** Dumps the database into the data folder, into a file whose name says why and when, and gives its path. */
export async function keepDump(ownerUrl: string, home: string, why: string): Promise<string> {
  const folder = join(home, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${why}-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl.gz`)
  await dumpDatabase(ownerUrl, file)
  return file
}
