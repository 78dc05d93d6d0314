/** The log engine as the rest of the program sees it: SQL with bound parameters in, rows out. One process or a cluster differ by URL alone. */

import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { engineFailure, isConnectionLoss, neverArrived } from './engine-failure'
import { type FileAccess, throughAccess } from './engine-files'
import { env } from './env'
import { AppError } from './errors'
import { outsideEngine } from './outside-engine'

export type EngineParams = Record<string, unknown>
type EngineCall = { signal?: AbortSignal }
type Statement = { sql: string; params?: EngineParams }

export interface Engine {
  /** All rows of a query, as objects by column name. 64-bit integers are numbers, exact up to 2^53. */
  rows<T>(sql: string, params?: EngineParams, call?: EngineCall): Promise<T[]>
  /** A statement without a result: INSERT, CREATE, DROP. */
  run(sql: string, params?: EngineParams, call?: EngineCall): Promise<void>
  /** The rows in batches as they come; memory stays that of one batch. */
  stream<T>(sql: string, params?: EngineParams, call?: EngineCall): AsyncIterable<T[]>
  close(): Promise<void>
}

export type EngineAddress = {
  url: string
  /** The password of `user`; the engine of our own knows no users. */
  token: string
  user?: string
  timeoutMs?: number
  restartMs?: number
  /** How this engine reaches our files; without it, under the same paths as we do. */
  files?: FileAccess
  settings?: Record<string, string | number>
}

const hour = 3_600_000

/**
 * The engine at an address. Values reach it only as `{name:Type}` parameters. Throws `AppError('unavailable')` when it is
 * dead or dies meanwhile, `AppError('limit-exceeded')` at a memory or time limit. Waits out a restart of a few seconds.
 */
export function engineAt({
  url,
  token,
  user,
  timeoutMs = hour,
  restartMs = 5_000,
  files,
  settings,
}: EngineAddress): Engine {
  const clients = clientsOf({
    ...{ url, username: user, password: token },
    request_timeout: timeoutMs,
    max_open_connections: 32,
    keep_alive: { enabled: true, idle_socket_ttl: 5_000 },
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { ...settings, output_format_json_quote_64bit_integers: 0 },
  })
  const guarded = <T>(work: (client: ClickHouseClient) => Promise<T>) => guard(restartMs, () => clients.use(work))
  return {
    rows: (sql, params, call) => guarded((client) => readRows(client, throughAccess({ sql, params }, files), call)),
    run: (sql, params, call) => guarded((client) => runStatement(client, throughAccess({ sql, params }, files), call)),
    stream: (sql, params, call) =>
      streamRows(() => guarded((client) => open(client, throughAccess({ sql, params }, files), call))),
    close: () => clients.close(),
  }
}

/**
 * Once a connection was lost, the idle ones are as dead, whether their end was heard of yet or not: the next call takes
 * new ones. The others are left to end by themselves, since behind one address there may be several engines.
 */
function clientsOf(options: Parameters<typeof createClient>[0]) {
  const all = [createClient(options)]
  return {
    async use<T>(work: (client: ClickHouseClient) => Promise<T>): Promise<T> {
      const client = all[all.length - 1] as ClickHouseClient
      try {
        return await work(client)
      } catch (error) {
        const isLast = client === all[all.length - 1]
        if (isLast && isConnectionLoss(error) && !neverArrived(error)) all.push(createClient(options))
        throw error
      }
    },
    async close() {
      await Promise.all(all.map((client) => client.close()))
    },
  }
}

async function readRows<T>(client: ClickHouseClient, statement: Statement, call?: EngineCall) {
  const result = await open(client, statement, call)
  return await result.json<T>()
}

async function runStatement(client: ClickHouseClient, { sql, params }: Statement, call?: EngineCall) {
  await client.command({ query: sql, query_params: params, abort_signal: call?.signal })
}

async function* streamRows<T>(start: () => ReturnType<typeof open>): AsyncGenerator<T[]> {
  const result = await start()
  try {
    for await (const batch of result.stream()) yield batch.map((row) => JSON.parse(row.text) as T)
  } catch (error) {
    throw engineFailure(error)
  } finally {
    result.close()
  }
}

function open(client: ClickHouseClient, { sql, params }: Statement, call?: EngineCall) {
  return client.query({ query: sql, query_params: params, format: 'JSONEachRow', abort_signal: call?.signal })
}

async function guard<T>(restartMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + restartMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!neverArrived(error) || Date.now() > deadline) throw engineFailure(error)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const minute = hour / 60
const day = 24 * hour
const opened = new Map<string, Engine>()

/** The engine that answers pages: calls end after a minute. */
export const interactiveEngine = (): Engine => outside(minute) ?? own(env.engineUrl, minute)

/** The engine for long work over datasets: calls end after a day. */
export const batchEngine = (): Engine => outside(day) ?? ownBatch()

/** The engine that makes datasets of originals. It must see files of ours, so it is our own where the other reads objects. */
export const readingEngine = (): Engine => (env.clickHouse.objects ? ownBatch() : batchEngine())

const ownBatch = () => own(env.batchEngineUrl ?? env.engineUrl, day)

function own(url: string | undefined, timeoutMs: number): Engine {
  const token = env.engineToken
  if (!url || token === undefined) {
    throw new AppError('unavailable', 'No log engine is running. Start Touchstone with npm start.')
  }
  return kept({ url, token, timeoutMs })
}

function outside(timeoutMs: number): Engine | null {
  const address = outsideEngine()
  return address && kept({ ...address, timeoutMs })
}

function kept(address: EngineAddress): Engine {
  const key = JSON.stringify(address)
  const engine = opened.get(key) ?? engineAt(address)
  opened.set(key, engine)
  return engine
}
