/** Ends with exit code 1 and the missing SQL when `prisma/migrations` does not lead to `prisma/schema`. */

import { endWith, Refusal } from './refusal'
import { schemaDifference } from './schema-difference'
import { startThrowaway } from './throwaway-database'

async function main(): Promise<void> {
  const throwaway = await startThrowaway()
  try {
    const sql = await schemaDifference(await throwaway.create('schema'))
    if (sql !== '') {
      throw new Refusal(
        `The migrations do not lead to the schema. Run \`npx tsx scripts/make-migration.ts NAME\`; this is missing:\n${sql}`,
      )
    }
    console.log('Schema and migrations agree.')
  } finally {
    await throwaway.stop()
  }
}

main().catch(endWith)
