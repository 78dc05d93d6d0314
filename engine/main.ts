/**
 * The log engine as one process to start and stop: keeps a ClickHouse over chDB running on one loopback port, restarts it
 * when it dies, and ends with its parent. Prints one line of JSON, `{ url, pid }`, once it answers.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { asEnvironment, readConfiguration } from '@/lib/platform/engine-configuration'
import { removeDead } from './scratch'

const configuration = readConfiguration()
let child: ChildProcess
let ending = false
let announced = false

function startChild(): void {
  child = spawn(process.execPath, [...process.execArgv, fileURLToPath(new URL('./server.ts', import.meta.url))], {
    // UV_THREADPOOL_SIZE: each running query holds one thread, and ending a query needs another.
    env: { ...asEnvironment(configuration), TZ: 'UTC', UV_THREADPOOL_SIZE: '24' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdout?.once('data', (line: Buffer) => announce(Number(line.toString())))
  child.once('exit', afterExit)
}

function announce(port: number): void {
  configuration.port = port
  if (announced) return
  announced = true
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}`, pid: process.pid })}\n`)
}

/** A first start that fails is a fault to report; later ones are crashes to recover from. */
function afterExit(): void {
  removeDead(configuration.dataDir)
  if (ending) process.exit(0)
  if (!announced) process.exit(1)
  setTimeout(startChild, 50)
}

function end(): void {
  if (ending) return
  ending = true
  child.kill('SIGKILL')
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
process.stdin.on('end', end).on('error', end).resume()
startChild()
