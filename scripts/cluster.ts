/** One PostgreSQL server on loopback over one data folder: made when new, started, and stopped without loss. */

import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { installedMajor, programsFolder, serverUser } from './cluster-programs'
import { freePort } from './free-port'
import { endMarked, markOf, type ProcessMark } from './processes'
import { Refusal } from './refusal'

export type Cluster = {
  mark: ProcessMark
  port: number
  /** Resolves with a reason when the server ends without having been asked to. */
  ended: Promise<string>
  /** Address of a database for a user of this server. */
  url(user: string, password: string, database: string): string
  /** A fast shutdown: sessions are cut, everything committed is on disk. */
  stop(): Promise<void>
}

export type ClusterSetting = { folder: string; superPassword: string; port?: number; options?: Record<string, string> }

/** The name of the one user that the server has from the start; only set-up uses it. */
export const superUser = 'postgres'

/** Starts the server over `folder`, which is made first when it is new; a left-over server on it is ended before. */
export async function startCluster(setting: ClusterSetting): Promise<Cluster> {
  const user = serverUser()
  const programs = programsFolder(user)
  refuseOtherMajor(setting.folder)
  if (!existsSync(join(setting.folder, 'PG_VERSION'))) initialise(setting, programs, user)
  await endLeftOver(setting.folder)
  const port = setting.port ?? (await freePort())
  const options = Object.entries({ ...defaults, ...setting.options }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  const child = spawn(join(programs, 'bin/postgres'), ['-D', setting.folder, '-p', String(port), ...options], {
    ...user,
    cwd: '/',
    env: bareEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C in the terminal must reach the supervisor alone: it stops the server last.
    detached: true,
  })
  const lines: string[] = []
  child.stderr.on(
    'data',
    (data: Buffer) => lines.push(...data.toString().split('\n').filter(Boolean)) && lines.splice(0, lines.length - 20),
  )
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', () => resolve(lines.slice(-3).join(' ')))
  })
  const mark = child.pid === undefined ? null : markOf(child.pid)
  if (!mark) throw new Refusal(`The database could not be started. ${await ended}`)
  const url = (name: string, password: string, database: string) =>
    `postgresql://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  await untilItAnswers(url(superUser, setting.superPassword, 'postgres'), ended)
  return { mark, port, ended, url, stop: () => endMarked(mark, 'SIGINT', 30_000) }
}

/** PostgreSQL gets nothing of ours but the way to its programs. */
const bareEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
}

function refuseOtherMajor(folder: string): void {
  const file = join(folder, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = Number.parseInt(readFileSync(file, 'utf8'), 10)
  const own = installedMajor()
  if (found === own) return
  throw new Refusal(
    `The database in ${folder} was written by PostgreSQL ${found}, and this version of Touchstone carries ${own}. ` +
      'Make a backup with the version that wrote it (./bin/touchstone backup DIR) and restore that one here.',
  )
}

function initialise(setting: ClusterSetting, programs: string, user: { uid?: number; gid?: number }): void {
  // A folder without PG_VERSION is what an interrupted first start left behind: initdb wants it empty.
  rmSync(setting.folder, { recursive: true, force: true })
  mkdirSync(setting.folder, { recursive: true, mode: 0o700 })
  const passwordFile = `${setting.folder}.password`
  writeFileSync(passwordFile, `${setting.superPassword}\n`, { mode: 0o600 })
  for (const path of [setting.folder, passwordFile]) {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
  }
  chmodSync(setting.folder, 0o700)
  const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${superUser}`]
  const result = spawnSync(
    join(programs, 'bin/initdb'),
    [...flags, `--pgdata=${setting.folder}`, `--pwfile=${passwordFile}`, '--no-instructions'],
    { ...user, cwd: '/', env: bareEnvironment, encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (result.status === 0) return
  rmSync(setting.folder, { recursive: true, force: true })
  const reason = (result.stderr ?? result.error?.message ?? '').trim().split('\n').slice(-3).join(' ')
  const full = /No space left/.test(reason) ? 'The disk is full: free some space and start again. ' : ''
  throw new Refusal(`${full}The database could not be set up in ${setting.folder}. ${reason}`)
}

/** A killed supervisor leaves its server running; `postmaster.pid` in our own data folder names it. */
async function endLeftOver(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, path] = readFileSync(file, 'utf8').split('\n')
  const mark = path === folder ? markOf(Number(pid)) : null
  if (mark && commandOf(mark.pid).includes(folder)) await endMarked(mark, 'SIGINT', 30_000)
}

function commandOf(pid: number): string {
  const result = spawnSync('ps', ['-o', 'command=', '-ww', '-p', String(pid)], { encoding: 'utf8' })
  if (!result.error) return result.stdout
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
}

async function untilItAnswers(url: string, ended: Promise<string>): Promise<void> {
  const until = Date.now() + 60_000
  let over: string | null = null
  ended.then((reason) => {
    over = reason
  })
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    try {
      await client.connect()
      await client.end()
      return
    } catch (cause) {
      if (over !== null) throw new Refusal(`The database stopped while it was starting. ${over}`, { cause })
      if (Date.now() > until) throw new Refusal('The database does not answer a minute after its start.', { cause })
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
}
