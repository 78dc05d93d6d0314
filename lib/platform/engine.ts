/** The log engine as the rest of the program sees it: SQL with bound parameters in, rows out. One process or a cluster differ by URL alone. */

import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { engineFailure, neverArrived } from './engine-failure'
import { env } from './env'
import { AppError } from './errors'

export type EngineParams = Record<string, unknown>
type EngineCall = { signal?: AbortSignal }

export interface Engine {
  /** All rows of a query, as objects by column name. 64-bit integers are numbers, exact up to 2^53. */
  rows<T>(sql: string, params?: EngineParams, call?: EngineCall): Promise<T[]>
  /** A statement without a result: INSERT, CREATE, DROP. */
  run(sql: string, params?: EngineParams, call?: EngineCall): Promise<void>
  /** The rows in batches as they come; memory stays that of one batch. */
  stream<T>(sql: string, params?: EngineParams, call?: EngineCall): AsyncIterable<T[]>
  close(): Promise<void>
}

export type EngineAddress = { url: string; token: string; timeoutMs?: number; restartMs?: number }

const hour = 3_600_000

/**
 * The engine at an address. Values reach it only as `{name:Type}` parameters. Throws `AppError('unavailable')` when it is
 * dead or dies meanwhile, `AppError('limit-exceeded')` at a memory or time limit. Waits out a restart of a few seconds.
 */
export function engineAt({ url, token, timeoutMs = hour, restartMs = 5_000 }: EngineAddress): Engine {
  const client = createClient({
    url,
    password: token,
    request_timeout: timeoutMs,
    max_open_connections: 32,
    keep_alive: { enabled: true, idle_socket_ttl: 5_000 },
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  })
  return {
    rows: (sql, params, call) => guarded(restartMs, () => readRows(client, sql, params, call)),
    run: (sql, params, call) => guarded(restartMs, () => runStatement(client, sql, params, call)),
    stream: (sql, params, call) => streamRows(() => guarded(restartMs, () => open(client, sql, params, call))),
    close: () => client.close(),
  }
}

async function readRows<T>(client: ClickHouseClient, sql: string, params?: EngineParams, call?: EngineCall) {
  const result = await open(client, sql, params, call)
  return await result.json<T>()
}

async function runStatement(client: ClickHouseClient, sql: string, params?: EngineParams, call?: EngineCall) {
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

function open(client: ClickHouseClient, sql: string, params?: EngineParams, call?: EngineCall) {
  return client.query({ query: sql, query_params: params, format: 'JSONEachRow', abort_signal: call?.signal })
}

async function guarded<T>(restartMs: number, work: () => Promise<T>): Promise<T> {
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

const fromEnvironment = new Map<string, Engine>()

/** The engine that answers pages: calls end after a minute. */
export const interactiveEngine = (): Engine => shared(env.engineUrl, 60_000)

/** The engine for long work: calls end after a day. */
export const batchEngine = (): Engine => shared(env.batchEngineUrl ?? env.engineUrl, 24 * hour)

function shared(url: string | undefined, timeoutMs: number): Engine {
  const token = env.engineToken
  if (!url || token === undefined) {
    throw new AppError('unavailable', 'No log engine is running. Start Touchstone with npm start.')
  }
  const key = `${url} ${timeoutMs}`
  const engine = fromEnvironment.get(key) ?? engineAt({ url, token, timeoutMs })
  fromEnvironment.set(key, engine)
  return engine
}
