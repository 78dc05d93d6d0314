/** Once for a run of the database tests: a PostgreSQL server with a migrated template, and an engine. */

import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/scripts/migrate'
import { startThrowaway } from '@/scripts/throwaway-database'
import { startTestEngine } from './engine'
import { temporaryFolder } from './temporary-folder'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Owner's address of the migrated template; every other database differs from it by name alone. */
    templateUrl: string
    /** The address of the role of web and worker, for the same database. */
    templateAppUrl: string
    engine: { url: string; token: string }
  }
}

export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const stops: (() => unknown)[] = []
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop()
  }
  try {
    const database = await startThrowaway()
    stops.push(() => database.stop())
    const folder = temporaryFolder('engine')
    stops.push(() => rmSync(folder, { recursive: true, force: true }))
    const engine = await startTestEngine(folder)
    stops.push(() => engine.stop())
    const templateUrl = await database.create('template_of_tests')
    const templateAppUrl = database.cluster.url('touchstone_app', new URL(templateUrl).password, 'template_of_tests')
    await migrate({ ownerUrl: templateUrl, appUrl: templateAppUrl })
    project.provide('templateUrl', templateUrl)
    project.provide('templateAppUrl', templateAppUrl)
    project.provide('engine', { url: engine.url, token: engine.token })
    return stopAll
  } catch (error) {
    await stopAll()
    throw error
  }
}
