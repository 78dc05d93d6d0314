/** Secrets are made once, each in a file that only its owner can read, and handed to processes by environment. */

import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Length in bytes of each secret. The action key is an AES key in base64; Next asks for 16, 24 or 32 bytes. */
const lengths = {
  session: 32,
  'server-actions': 32,
  'endpoint-keys': 32,
  'database-super': 24,
  'database-owner': 24,
  'database-app': 24,
} as const

export type Secrets = Record<keyof typeof lengths, string>

export const secretsFolder = (home: string): string => join(home, 'secrets')

/** Reads the secrets of the data folder, making those that are missing. */
export function secretsOf(home: string): Secrets {
  const folder = secretsFolder(home)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return Object.fromEntries(
    Object.entries(lengths).map(([name, length]) => [name, secret(join(folder, name), length)]),
  ) as Secrets
}

function secret(file: string, length: number): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const encoding = file.endsWith('server-actions') ? 'base64' : 'hex'
  const value = randomBytes(length).toString(encoding)
  // Whole or not at all: an empty file after a full disk must not become an empty password.
  writeFileSync(`${file}.new`, `${value}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return value
}
