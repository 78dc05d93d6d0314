/** The only way to the database: `db` reads, `transact` changes and records, `touch` keeps operational notes. */

import { AsyncLocalStorage } from 'node:async_hooks'
import { appendEvents } from '@/lib/custody/append'
import type { RecordedEvent } from '@/lib/custody/events'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import type { Actor } from './actor'
import { connections } from './connections'
import type { Job } from './jobs'

type Model = Uncapitalize<Prisma.ModelName>
type ReadMethod =
  | 'findMany'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'aggregate'
  | 'groupBy'

export type Reader = { readonly [M in Model]: Pick<PrismaClient[M], ReadMethod> } & Pick<PrismaClient, '$queryRaw'>

/** Reads, on connections that PostgreSQL keeps read-only. */
export const db: Reader = new Proxy({} as Reader, {
  get: (_, member) => Reflect.get(connections().reader, member),
})

export type Tx = Prisma.TransactionClient
type JobOptions = { key?: string; runAt?: Date }

export type Door = {
  tx: Tx
  /** Adds an event to this change; it joins the chain just before commit. */
  record: (event: RecordedEvent) => void
  /** Adds a job that exists only if this change commits. With `key`, a waiting job of that key is replaced. */
  enqueue: <P>(job: Job<P>, payload: P, options?: JobOptions) => Promise<void>
}

const current = new AsyncLocalStorage<Door>()

/**
 * The door to writing. Everything that `work` does through `tx` commits together with its events and jobs, or not at all.
 * Refuses to commit when no event was recorded. A `transact` inside another joins it. Keep files and engine work outside.
 */
export async function transact<T>(actor: Actor, work: (door: Door) => Promise<T>): Promise<T> {
  const outer = current.getStore()
  if (outer) return work(outer)
  return connections().writer.$transaction(
    async (tx) => {
      const events: RecordedEvent[] = []
      const door: Door = { tx, record: (event) => void events.push(event), enqueue: enqueueIn(tx) }
      const result = await current.run(door, () => work(door))
      if (events.length === 0) throw new Error('A change was attempted without an event; nothing was written.')
      await appendEvents(tx, actor, events)
      return result
    },
    { timeout: 120_000, maxWait: 15_000 },
  )
}

function enqueueIn(tx: Tx): Door['enqueue'] {
  return async (job, payload, { key, runAt } = {}) => {
    const body = JSON.stringify(job.payload.parse(payload))
    await tx.$executeRaw`SELECT graphile_worker.add_job(${job.name}, ${body}::json, run_at := ${runAt ?? null}::timestamptz,
      job_key := ${key ?? null}, max_attempts := ${job.maxAttempts}::int)`
  }
}

/** Tables that hold how things are running, never what a case shows. */
export const operationalTables = ['session', 'signInThrottle', 'upload', 'jobProgress'] as const

type Operational = Pick<PrismaClient, (typeof operationalTables)[number]>

/** Writes operational notes without an event; only the tables listed in `operationalTables` can be reached. */
export function touch<T>(work: (tables: Operational) => Promise<T>): Promise<T> {
  const { writer } = connections()
  const tables = Object.fromEntries(operationalTables.map((table) => [table, writer[table]]))
  return work(tables as Operational)
}
