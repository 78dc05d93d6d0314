/** Installs, generates and builds, each only when what it depends on has changed. Uses nothing but Node's own modules. */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Nothing of this is needed, and none of it can be fetched on a machine without the wide network. */
const quietInstall = {
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'darwin' ? '/usr/bin/true' : '/bin/true',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
}

/** A step that failed, with the sentence for the terminal. */
class Failure extends Error {}

/** The sentence for anything thrown here. */
export function describe(error) {
  if (error instanceof Failure) return error.message
  if (error && error.code === 'ENOSPC') return 'The disk is full. Free some space and start again; nothing was lost.'
  if (error && (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')) {
    return `This folder may not be written by this user: ${error.path || root}. Give this user the right to it.`
  }
  return error
}

/**
 * Installs when packages are missing or are not those of package-lock.json, which is read and never written. Not `npm ci`: that
 * refuses a lock made where the packages of other platforms could not be had. Returns whether it ran.
 */
export function install() {
  if (packagesAgree()) return false
  console.log('Installing packages: some 2 GB, with nothing to be seen for a minute or more…')
  run(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    'The packages could not be installed',
  )
  return true
}

function packagesAgree() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const installed = read('node_modules/.package-lock.json')
  return Object.entries(read('package-lock.json')).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

/** The Prisma client, when the schema has changed since. Returns whether it ran. */
export function generate() {
  const stamp = join(root, 'prisma/generated/.made-from')
  const from = hashOf(['prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (stampOf(stamp) === from) return false
  console.log('Generating the database client…')
  run('node_modules/.bin/prisma', ['generate', '--no-hints'], 'The database client could not be generated', true)
  writeFileSync(stamp, from)
  return true
}

/** What a build of the web server depends on. */
const builtFrom = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** `next build` into `folder` when the sources have changed since it was last built. Returns whether it ran. */
export function build(folder) {
  const stamp = join(root, folder, 'touchstone-built-from')
  const from = hashOf(builtFrom)
  if (stampOf(stamp) === from) return false
  console.log('Building the web pages…')
  rmSync(stamp, { force: true })
  run('node_modules/.bin/next', ['build'], 'The web pages could not be built', true, {
    NEXT_DIST_DIR: folder,
    NODE_ENV: 'production',
  })
  writeFileSync(stamp, from)
  return true
}

function stampOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    const entries = path.includes('.') ? null : readdirSync(full, { withFileTypes: true })
    if (!entries) hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    else for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) addEntry(path, entry)
  }
  const addEntry = (path, entry) => {
    if (entry.isDirectory())
      for (const inner of readdirSync(join(root, path, entry.name), { withFileTypes: true }))
        addEntry(`${path}/${entry.name}`, inner)
    else if (!/\.test\.tsx?$/.test(entry.name))
      hash
        .update(`${path}/${entry.name}\0`)
        .update(readFileSync(join(root, path, entry.name)))
        .update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/** Runs a program in the checkout. With `hidden`, its words are shown only when it fails. */
function run(program, args, failure, hidden = false, extra = {}) {
  const path = program.includes('/') ? join(root, program) : program
  const result = spawnSync(path, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: undefined, ...quietInstall, ...extra },
    stdio: hidden ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.error && result.error.code === 'ENOENT')
    throw new Failure(`${failure}: ${program} was not found. Is npm installed?`)
  if (result.status === 0) return
  const words = hidden ? `${result.stdout}${result.stderr}` : ''
  const full = /ENOSPC|No space left/.test(words) ? ' The disk is full: free some space and start again.' : ''
  throw new Failure(`${words}${words ? '\n' : ''}${failure}.${full}`)
}
