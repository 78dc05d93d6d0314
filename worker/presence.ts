/** Tells dead workers from living ones, so that a job never waits for a process that is gone. */

import pg from 'pg'
import { log } from '@/lib/platform/log'

/** First half of the advisory locks that living workers hold, one for each of their names. */
const lockClass = 706_180

/** Looked for this often; a lock younger than `grace` may belong to a worker that is about to announce itself. */
const interval = 2_000
const grace = '1 second'

export type Presence = {
  /** Holds the name for as long as this process lives and reaches the database. */
  announce: (workerName: string) => Promise<void>
  stop: () => Promise<void>
}

/**
 * Opens a connection that stands for this process, and gives the jobs of dead workers back, now and every few seconds. `lost` is
 * called when the connection breaks: others then take this process for dead, so it has to end.
 */
export async function presence(connectionString: string, lost: (error: Error) => void): Promise<Presence> {
  const client = new pg.Client({ connectionString, application_name: 'touchstone worker' })
  client.on('error', lost)
  await client.connect()
  const own: string[] = []
  const release = () => releaseDead(client, own)
  await release()
  let working: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    working = Promise.allSettled([working, release().catch(lost)])
  }, interval)
  return {
    announce: (workerName) => {
      own.push(workerName)
      const announced = client
        .query('SELECT pg_advisory_lock($1, hashtext($2))', [lockClass, workerName])
        .then(() => undefined)
      working = Promise.allSettled([working, announced])
      return announced
    },
    stop: async () => {
      clearInterval(timer)
      // A worker that is told to stop while it says its name would take the end of the connection for a fault.
      await working
      await client.end()
    },
  }
}

async function releaseDead(client: pg.Client, own: string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT locked_by AS name FROM graphile_worker.jobs
      WHERE locked_by IS NOT NULL AND locked_by <> ALL($1) AND locked_at < now() - $2::interval`,
    [own, grace],
  )
  for (const { name } of rows) {
    const tried = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS free', [
      lockClass,
      name,
    ])
    if (!tried.rows[0]?.free) continue
    await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1::text])', [name])
    await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lockClass, name])
    log.warn({ worker: name }, 'gave back the jobs of a worker that is gone')
  }
}
