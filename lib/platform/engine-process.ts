/** Starts the log engine as a process of its own and ends it again; for the command line, tests and the supervisor. */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Engine, engineAt } from './engine'
import { asEnvironment } from './engine-configuration'
import { AppError } from './errors'

export type EngineProcess = {
  engine: Engine
  url: string
  token: string
  pid: number
  /** The process itself, to watch for its end. */
  child: ChildProcess
  /** Ends it and waits for its end. */
  stop(): Promise<void>
}

export type EngineStart = {
  dataDir: string
  memoryBytes?: number
  threads?: number
  maxSeconds?: number
  token?: string
  port?: number
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const GiB = 1024 ** 3

/**
 * Starts `engine/main.ts` and resolves once it answers. The engine restarts itself after a crash and ends with this
 * process. `memoryBytes` (2 GiB) bounds all queries together, `threads` each query (0: all cores), `maxSeconds` its time.
 */
export async function startEngine(start: EngineStart): Promise<EngineProcess> {
  const token = start.token ?? randomBytes(24).toString('hex')
  const child = spawn(process.execPath, ['--import', 'tsx', 'engine/main.ts'], {
    cwd: root,
    env: asEnvironment({
      token,
      dataDir: resolve(start.dataDir),
      port: start.port ?? 0,
      memoryBytes: start.memoryBytes ?? 2 * GiB,
      threads: start.threads ?? 0,
      maxSeconds: start.maxSeconds ?? 0,
    }),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { url, pid } = await readiness(child)
  const engine = engineAt({ url, token })
  return { engine, url, token, pid, child, stop: () => stop(child, engine) }
}

async function readiness(child: ChildProcess): Promise<{ url: string; pid: number }> {
  if (!child.stdout) throw new Error('The engine has no output to read')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit').then(() => [])])
  if (typeof line !== 'string') {
    throw new AppError('unavailable', 'The log engine did not start. Look at the lines above for its own words.')
  }
  return JSON.parse(line) as { url: string; pid: number }
}

async function stop(child: ChildProcess, engine: Engine): Promise<void> {
  await engine.close()
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
