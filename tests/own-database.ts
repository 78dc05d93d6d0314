/** Before each file of database tests: its own database, data folder and the shared engine, by environment alone. */

import { rmSync } from 'node:fs'
import { afterAll, inject } from 'vitest'
import { closeConnections } from '@/lib/platform/connections'
import { freshDatabase, useDatabase } from './database'
import { useEngine } from './engine'
import { temporaryFolder } from './temporary-folder'

const database = await freshDatabase()
const home = temporaryFolder('home')
useDatabase(database)
useEngine(inject('engine'))
process.env.TOUCHSTONE_HOME = home
process.env.NEXTAUTH_SECRET ??= 'secret-of-tests-only-0123456789abcdef'

afterAll(async () => {
  await closeConnections()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})
