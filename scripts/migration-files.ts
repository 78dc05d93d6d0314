/** The migrations of this version as they lie in the checkout, oldest first. */

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal'

export type MigrationFile = {
  name: string
  sql: string /** SHA-256 of the file in hex, as Prisma records it. */
  checksum: string
}

export const migrationsFolder = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

/** Every migration of this version, in the order in which they are applied. */
export function migrationFiles(): MigrationFile[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(migrationsFolder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(migrationsFolder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/** Those that a backup had when it was made. Throws a Refusal for one that this version does not know. */
export function migrationsUpTo(names: string[]): MigrationFile[] {
  const files = migrationFiles()
  const unknown = names.find((name) => !files.some((file) => file.name === name))
  if (unknown) {
    throw new Refusal(
      `The backup was made by a newer version of Touchstone (it has the migration ${unknown}). Restore it with that version.`,
    )
  }
  return files.filter(({ name }) => names.includes(name))
}
