/**
 * ClickHouse's HTTP interface over chDB on loopback. A query whose client went away is ended; when it does not end in two
 * seconds this process ends itself, and main.ts starts another.
 */

import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Session } from 'chdb'
import { readConfiguration } from '@/lib/platform/engine-configuration'
import { exceptionTag, sendFailure } from './failure'
import { limitConcurrency } from './limit-concurrency'
import { type RunningQuery, startQuery } from './query'
import { readStatement } from './request'
import { freshScratch } from './scratch'

const configuration = readConfiguration()
const scratch = freshScratch(configuration.dataDir)
/** Held open so that the engine and its caches live on between requests. */
const keeper = new Session(scratch, { connectionArgs: [`--max_server_memory_usage=${configuration.memoryBytes}`] })
/** Parameters come in the address: a list of accounts makes it long. */
const maxStatementBytes = 64 * 1024 ** 2
const limits = {
  max_memory_usage: String(Math.floor(configuration.memoryBytes * 0.9)),
  max_threads: String(configuration.threads),
  max_execution_time: String(configuration.maxSeconds),
  // These would silently leave one thread of two on a small memory; the memory is limited by max_memory_usage alone.
  max_threads_min_free_memory_per_thread: '0',
  max_insert_threads_min_free_memory_per_thread: '0',
  session_timezone: 'UTC',
  max_query_size: String(maxStatementBytes),
}
const withSlot = limitConcurrency(12)
const graceMs = 2_000

const endNow = () => process.kill(process.pid, 'SIGKILL')

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/ping') return void response.end('Ok.\n')
  if (!isAuthorized(request)) {
    response.writeHead(401, { 'X-ClickHouse-Exception-Code': '516' })
    return void response.end('Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)\n')
  }
  try {
    const statement = await readStatement(request)
    await withSlot(async () => {
      if (response.destroyed) return
      const query = startQuery(scratch, { ...statement, settings: { ...limits, ...statement.settings } })
      await send(query, response).finally(() => query.close())
    })
  } catch (error) {
    sendFailure(response, error)
  }
}

async function send(query: RunningQuery, response: ServerResponse): Promise<void> {
  let deadline: NodeJS.Timeout | undefined
  const abandon = () => {
    if (response.writableFinished) return
    deadline = setTimeout(endNow, graceMs)
    query.kill().catch(endNow)
  }
  response.on('close', abandon)
  try {
    for await (const chunk of query.chunks) await write(response, chunk)
    if (!response.headersSent) writeHead(response)
    response.end()
  } finally {
    response.off('close', abandon)
    clearTimeout(deadline)
  }
}

async function write(response: ServerResponse, chunk: Uint8Array): Promise<void> {
  if (!response.headersSent) writeHead(response)
  if (response.destroyed || response.write(chunk)) return
  await new Promise<void>((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}

function writeHead(response: ServerResponse): void {
  response.writeHead(200, { 'X-ClickHouse-Exception-Tag': exceptionTag, 'X-ClickHouse-Timezone': 'UTC' })
}

function isAuthorized(request: IncomingMessage): boolean {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const given = Buffer.from(
    Buffer.from(basic, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, ''),
  )
  const wanted = Buffer.from(configuration.token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const server = createServer({ maxHeaderSize: maxStatementBytes }, (request, response) => void answer(request, response))
server.requestTimeout = 0
// Longer than the client keeps an idle socket, so that it never writes into one that we are closing.
server.keepAliveTimeout = 30_000

function listen(attemptsLeft: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    // The socket of a predecessor that was just killed can outlive it by a moment.
    if (error.code !== 'EADDRINUSE' || attemptsLeft === 0) throw error
    setTimeout(() => listen(attemptsLeft - 1), 100)
  })
  server.listen(configuration.port, '127.0.0.1')
}

server.on('listening', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.stdin.on('end', endNow).on('error', endNow).resume()
listen(100)
keeper.queryAsync('SELECT 1').catch(endNow)
