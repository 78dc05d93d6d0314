/** The worker process: takes jobs that committed changes left, two at a time and one collection beside them, until it is told to stop. */

import { EventEmitter } from 'node:events'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { prepareAllTimeIndexes } from '@/lib/analysis/explorer/time-indexes'
import { prepareAllColumns } from '@/lib/analysis/runs/prepare-columns'
import { sweepFiles } from '@/lib/evidence/sweep-files'
import { closeConnections } from '@/lib/platform/connections'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import type { Handler } from './define-handler'
import { presence } from './presence'
import { handlers, handlersApart, timetable } from './registry'

const concurrency = 2

async function main(): Promise<void> {
  const connectionString = env.databaseUrl
  if (!connectionString) return endWith('No database is configured. Start Touchstone with npm start.')
  const alive = await presence(connectionString, (err) => endWith('the database was lost', err))
  const pgPool = new pg.Pool({ connectionString, max: concurrency + 4 })
  pgPool.on('error', (err) => log.warn({ err }, 'an idle connection broke'))
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => {
    alive.announce(worker.workerId).catch((err) => endWith('the worker could not announce itself', err))
  })
  events.on('job:error', ({ job, error }) => log.error({ err: error, job: job.task_identifier }, 'a job failed'))
  events.on('worker:fatalError', ({ error }) => endWith('the worker cannot go on', error))
  await sweepFiles()
  prepareAllColumns().catch((err) => log.error({ err }, 'the columns of analyses could not be prepared'))
  prepareAllTimeIndexes().catch((err) => log.error({ err }, 'the time indexes of datasets could not be prepared'))
  const shared = { pgPool, events, logger, noHandleSignals: true }
  const runners = [
    await run({ ...shared, taskList: tasks(handlers), concurrency, crontab: timetable }),
    await run({ ...shared, taskList: tasks(handlersApart), concurrency: 1 }),
  ]
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void runners.map((runner) => runner.stop().catch(() => undefined)))
  log.info({ jobs: [...handlers, ...handlersApart].map(({ name }) => name) }, 'worker ready')
  await Promise.all(runners.map((runner) => runner.promise))
  await Promise.allSettled([alive.stop(), pgPool.end(), closeConnections()])
  process.exit(0)
}

type Task = (payload: unknown, helpers: { job: { attempts: number; max_attempts: number } }) => Promise<void>

const tasks = (all: Handler[]) => Object.fromEntries(all.map((handler) => [handler.name, task(handler)]))

function task({ run: handle }: Handler): Task {
  return (payload, { job }) => handle(payload, { count: job.attempts, isLast: job.attempts >= job.max_attempts })
}

function endWith(sentence: string, err?: unknown): void {
  log.fatal({ err }, sentence)
  process.exit(1)
}

/** Our own log says what matters; of the library's, warnings and errors are kept. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') log.error(message)
  else if (level === 'warning') log.warn(message)
})

main().catch((err) => endWith('the worker could not start', err))
