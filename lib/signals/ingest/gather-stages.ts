/** Makes one stage of those of an item's formats, with the parts of requests put together within each. */

import type { Engine } from '@/lib/platform/engine'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { joinParts } from './join-parts'
import { moveRows, type StageSummary, summarise } from './stage'

type Gathered = { table: string; summary: StageSummary; stagedRows: number }

/** `stagedRows` are counted before parts were put together. The first stage, or what it was joined to, takes the rows of the others. */
export async function gatherStages(engine: Engine, tables: ReadonlyMap<LogFormat, string>): Promise<Gathered> {
  const gathered: Gathered[] = []
  for (const [{ parts }, staged] of tables) {
    const summary = await summarise(engine, staged)
    const joined = parts ? await joinParts(engine, staged, parts) : { table: staged, summary }
    gathered.push({ ...joined, stagedRows: summary.rows })
  }
  const [first, ...others] = gathered
  if (!first) throw new Error('An item without a stage cannot be gathered')
  if (others.length === 0) return first
  for (const { table } of others) await moveRows(engine, table, first.table)
  const stagedRows = gathered.reduce((sum, one) => sum + one.stagedRows, 0)
  return { table: first.table, summary: await summarise(engine, first.table), stagedRows }
}
