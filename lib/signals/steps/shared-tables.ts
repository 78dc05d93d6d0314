/** The tables that all signals share, each filled from the datasets once, or taken over from a run before that had filled it. */

import type { Engine } from '@/lib/platform/engine'
import { gatherTimes } from '@/lib/signals/account-times'
import { countActivity, gatherActivity } from '@/lib/signals/activity-facts'
import { gatherFacts } from '@/lib/signals/customer-facts'
import type { SharedReading } from '@/lib/signals/signal-definition'
import { requestFeatures } from '@/lib/signals/texts/request-features'
import type { Workspace } from '@/lib/signals/workspace'
import { allOf } from './all-of'

type Reading = Pick<Workspace, 'engine' | 'paths' | 'sums' | 'events' | 'scratch' | 'settings' | 'kept'> & {
  /** Table of what is known of accounts besides the log. */
  accounts: string | null
  reads: ReadonlySet<SharedReading>
}

/** Fills the tables: what is narrow in one turn, the texts in another beside it. */
export async function readShared({ engine, paths, sums, events, scratch, settings, kept, accounts, reads }: Reading) {
  const filled = async (name: string, fill: (table: string) => Promise<void>) => {
    const table = scratch(name)
    await kept.tables(`table-${name}`, [table], () => fill(table))
    return table
  }
  const readNarrow = async () => {
    const all = [...paths, ...sums, ...events]
    const customers = await filled('customers', (table) =>
      gatherFacts({ engine, table, paths: all, settings, accounts }),
    )
    if (!reads.has('activity')) return { customers, activity: null }
    const table = await filled('activity', (table) => gatherActivity({ engine, table, paths, settings, accounts }))
    return { customers, activity: await countActivity({ engine, table, settings }) }
  }
  const readTexts = async () => {
    const marked = reads.has('marks')
    const requests = await filled('requests', (table) => gatherFeatures(engine, { table, paths, settings, marked }))
    const times = await filled('times', (table) => gatherTimes(engine, { table, requests, settings }))
    return { requests, times }
  }
  const [narrow, texts] = [readNarrow(), readTexts()]
  await allOf<unknown>([narrow, texts])
  return { ...(await narrow), ...(await texts) }
}

type Features = { table: string; paths: string[]; settings: string; marked: boolean }

async function gatherFeatures(engine: Engine, { table, paths, settings, marked }: Features): Promise<void> {
  await engine.run(requestFeatures.create(table, marked))
  for (const [index, path] of paths.entries()) {
    await engine.run(`${requestFeatures.fill(table, index, marked)} ${settings}`, { path })
  }
}
