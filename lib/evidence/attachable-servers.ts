/** What people may choose from when they attach a table: names and tables, never addresses or keys. */

import type { PersonActor } from '@/lib/platform/actor'
import { attachConnections } from '@/lib/platform/attach-connections'
import { log } from '@/lib/platform/log'

export type AttachableServer = { name: string; tables: string[] }

/** The servers that the administrator opened; none when the list cannot be used, which is for the log and not for this page. */
export function attachableServers(_actor: PersonActor): AttachableServer[] {
  try {
    return attachConnections().map(({ name, tables }) => ({ name, tables }))
  } catch (err) {
    log.error({ err }, 'the list of servers whose tables may be attached cannot be used')
    return []
  }
}
