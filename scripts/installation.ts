/** Reaches the database of this installation from the command line, whether or not `npm start` runs. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from './data-folder'
import { bringDatabase } from './database'
import { appRole } from './grants'
import { Refusal } from './refusal'
import { runningOver, takeDataFolder } from './running'
import { secretsOf } from './secrets'
import { readSettings } from './settings'

export type Installation = {
  home: string
  ownerUrl: string
  appUrl: string
  /** True when web and worker may be writing meanwhile. */
  isRunning: boolean
}

/**
 * Runs `work` with the database reachable and the settings of `lib/platform/env.ts` in place. Uses the running installation when
 * there is one; otherwise starts its database for as long as `work` takes. Throws a Refusal when neither works, and for a folder
 * that no start has made: a wrong name must not look like an empty record.
 */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const { home, database } = readSettings()
  const running = runningOver(home)
  if (!running && !database && !existsSync(join(home, 'version.json')))
    throw new Refusal(`There is no installation in ${home}. Name the right one with TOUCHSTONE_HOME.`)
  if (!running) return aloneWithInstallation(work)
  const appUrl = running.environment?.TOUCHSTONE_APP_URL
  if (!appUrl) throw new Refusal('Touchstone is just starting. Wait until it says where it is, and try again.')
  Object.assign(process.env, running.environment)
  return work({ home, appUrl, ownerUrl: ownerOf(appUrl, home), isRunning: true })
}

/** The same, refusing while `npm start` runs: for work that must have the installation to itself. */
export async function aloneWithInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const settings = readSettings()
  const { home } = settings
  openDataFolder(home)
  const lock = await takeDataFolder(home)
  try {
    const database = await bringDatabase(settings, (mark) => lock.note('database', mark))
    try {
      const { appUrl, ownerUrl } = database
      Object.assign(process.env, { TOUCHSTONE_HOME: home, TOUCHSTONE_APP_URL: appUrl })
      return await work({ home, appUrl, ownerUrl, isRunning: false })
    } finally {
      await database.stop()
    }
  } finally {
    lock.release()
  }
}

/** The owner's address beside a running installation: the operator's own, or the one that the secrets make. */
function ownerOf(appUrl: string, home: string): string {
  const { database } = readSettings()
  if (database) return database.ownerUrl
  const url = new URL(appUrl)
  if (url.username !== appRole) return appUrl
  url.username = 'touchstone_owner'
  url.password = secretsOf(home)['database-owner']
  return url.href
}
