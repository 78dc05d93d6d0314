/** Writes the next migration from the difference between `prisma/migrations` and `prisma/schema`: `npx tsx scripts/make-migration.ts NAME`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsFolder } from './migration-files'
import { endWith, Refusal } from './refusal'
import { schemaDifference } from './schema-difference'
import { startThrowaway } from './throwaway-database'

async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Refusal(
      'Give the migration a name of small letters, digits and _: npx tsx scripts/make-migration.ts add_holds',
    )
  }
  const throwaway = await startThrowaway()
  try {
    const sql = await schemaDifference(await throwaway.create('schema'))
    if (sql === '') {
      console.log('Schema and migrations agree; nothing was written.')
      return
    }
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join(migrationsFolder, `${stamp}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), `${sql}\n`)
    console.log(
      `Wrote ${join('prisma/migrations', `${stamp}_${name}`, 'migration.sql')}. Read it before you commit it.`,
    )
  } finally {
    await throwaway.stop()
  }
}

main(process.argv[2]).catch(endWith)
