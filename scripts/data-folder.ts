/** The data folder is writable, closed to other users, not too new for us, and on a disk with room. */

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from './refusal'

/** Raised when an older version could no longer read the folder. */
const format = 1
const leastBytes = 300 * 1024 ** 2
const comfortableBytes = 2 * 1024 ** 3

type Version = { format: number; database: string | null }

/** Makes the folder when it is new and checks it otherwise. Throws a Refusal with the sentence for what is wrong. */
export function openDataFolder(home: string): void {
  try {
    makeFolder(home)
    refuseForeignFolder(home)
    // The user who runs the database for root must be able to pass through.
    chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
    writeFileSync(join(home, '.writable'), '')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (cause instanceof Refusal || code === 'ENOSPC') throw cause
    throw new Refusal(
      `The data folder ${home} cannot be written. Give this user the right to it, or set TOUCHSTONE_HOME to another one.`,
      { cause },
    )
  }
  const { format: found } = readVersion(home)
  if (found > format) {
    throw new Refusal(
      `The data folder ${home} was written by a newer version of Touchstone. Start that version, or set TOUCHSTONE_HOME to another folder.`,
    )
  }
  refuseFullDisk(home)
  if (!existsSync(join(home, 'version.json'))) markDataFolder(home, null)
}

/** Makes a folder and those above it. Step by step: Node's own `recursive` never returns where a file system refuses with ENOENT, as /proc does. */
export function makeFolder(path: string, mode = 0o777): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode })
}

/** Before anything of it is changed: a home folder or /tmp, named by mistake, would be closed to everybody else. */
function refuseForeignFolder(home: string): void {
  const others = readdirSync(home).filter((name) => !name.startsWith('.') && name !== 'lost+found')
  if (others.length === 0 || existsSync(join(home, 'version.json'))) return
  throw new Refusal(
    `The folder ${home} holds other things (${others.slice(0, 3).join(', ')}). Set TOUCHSTONE_HOME to a new or empty folder.`,
  )
}

function refuseFullDisk(home: string): void {
  const { bavail, bsize } = statfsSync(home)
  const free = bavail * bsize
  const megabytes = Math.floor(free / 1024 ** 2)
  if (free < leastBytes) {
    throw new Refusal(
      `The disk of ${home} is full: ${megabytes} MB are free and 300 MB are the least. Free some space and start again.`,
    )
  }
  if (free < comfortableBytes) console.log(`Only ${megabytes} MB are free on the disk of ${home}; evidence needs room.`)
}

/** Where the embedded database lies when it is not inside the folder itself; null when it is. */
export function databasePlace(home: string): string | null {
  return readVersion(home).database
}

/** Writes down what wrote the folder, and where its database lies. */
export function markDataFolder(home: string, database: string | null): void {
  writeFileSync(join(home, 'version.json'), `${JSON.stringify({ format, database } satisfies Version, null, 2)}\n`)
}

function readVersion(home: string): Version {
  const file = join(home, 'version.json')
  if (!existsSync(file)) return { format, database: null }
  return JSON.parse(readFileSync(file, 'utf8')) as Version
}
