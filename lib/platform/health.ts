/** Whether this process can do its work, for whoever watches it from outside. Says nothing about what is in the database. */

import { db } from './db'

/** True when the database answers. */
export async function isHealthy(): Promise<boolean> {
  try {
    await db.$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
