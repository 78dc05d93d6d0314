/** Finds where a member of a cluster was stopped, and what the others did in the day after. */

import type { ClusterContext } from './cluster-signal'

export const refusals = [403, 429] as const
const refused = `status IN (${refusals.join(', ')})`
const admitted = '(status = 0 OR status < 400)'

/** A burst is this many refusals of one member in a clock hour. */
export const burst = 3

/** Members with a stop that are followed in one cluster, most refused first. */
const mostFollowed = 200

/** Hours since 1970. `own` are the admitted requests of the stopped members by hour, `all` those of the whole cluster. */
export type Stops = {
  events: { member: number; hour: number; isBan: boolean }[]
  own: Map<number, Map<number, number>>
  all: Map<number, number>
  firstHour: number
  lastHour: number
}

type HourRow = { cluster: number; hour: number; n: number }
type StopRow = { cluster: number; member: number; hour: number; ban: number }

/** The stops of each cluster, by its number; a stop within a day of an earlier one of the same member is not told again. */
export async function stopsOf(context: ClusterContext): Promise<Map<number, Stops>> {
  const { workspace, traffic } = context
  const { engine, settings, scratch } = workspace
  const hours = scratch('member_hours')
  await engine.run(
    `CREATE TABLE ${hours} (cluster UInt32, member UInt32, hour Int64, ok UInt64, refused UInt64, first_ban Int64, last_ok Int64)
     ENGINE = MergeTree ORDER BY (cluster, member, hour)`,
  )
  await engine.run(
    `INSERT INTO ${hours} SELECT cluster, member, intDiv(time, 3600000) AS hour, countIf(${admitted}), countIf(${refused}),
       minIf(time, status = 403), maxIf(time, ${admitted}) FROM ${traffic} GROUP BY cluster, member, hour ${settings}`,
  )
  const stops = await engine.rows<StopRow>(
    `SELECT cluster, member, hour, ban FROM (
       SELECT cluster, member, hour, refused, first_ban > max(last_ok) OVER (PARTITION BY cluster, member) AS ban,
         sum(refused) OVER (PARTITION BY cluster, member) AS total
       FROM ${hours})
     WHERE ban OR refused >= ${burst}
     ORDER BY cluster, total DESC, member, hour ${settings}`,
  )
  const all = await engine.rows<HourRow>(
    `SELECT cluster, hour, sum(ok) AS n FROM ${hours} GROUP BY cluster, hour ORDER BY cluster, hour ${settings}`,
  )
  const found = group(stops, all)
  await addOwn(context, hours, found)
  return found
}

function group(stops: StopRow[], all: HourRow[]): Map<number, Stops> {
  const found = new Map<number, Stops>()
  for (const { cluster, hour, n } of all) {
    const known = found.get(cluster)
    if (known) {
      known.all.set(hour, n)
      known.lastHour = hour
    } else
      found.set(cluster, { events: [], own: new Map(), all: new Map([[hour, n]]), firstHour: hour, lastHour: hour })
  }
  for (const { cluster, member, hour, ban } of stops) {
    const known = found.get(cluster)
    if (!known || (!known.own.has(member) && known.own.size >= mostFollowed)) continue
    if (!known.own.has(member)) known.own.set(member, new Map())
    const last = known.events.at(-1)
    if (last?.member === member && hour < last.hour + 24) continue
    known.events.push({ member, hour, isBan: ban > 0 })
  }
  return found
}

async function addOwn({ workspace }: ClusterContext, hours: string, found: Map<number, Stops>): Promise<void> {
  for (const [cluster, { own }] of found) {
    if (own.size === 0) continue
    const rows = await workspace.engine.rows<{ member: number; hour: number; n: number }>(
      `SELECT member, hour, ok AS n FROM ${hours} WHERE cluster = {cluster:UInt32} AND member IN {members:Array(UInt32)}`,
      { cluster, members: [...own.keys()] },
    )
    for (const { member, hour, n } of rows) own.get(member)?.set(hour, n)
  }
}

export type HandOver = { counted: number; lost: number; gained: number }

/** Fewer lost requests than this leave nothing to hand over. */
export const fewestLost = 5

/**
 * Requests that stopped members lost and that the rest of the cluster gained: the 24 hours after the hour of a stop against the
 * 24 before, over stops with both days in the cluster's span. `shift` looks at other days, in hours, for stops that lost something.
 */
export function handOver({ events, own, all, firstHour, lastHour }: Stops, shift = 0): HandOver {
  const sum = { counted: 0, lost: 0, gained: 0 }
  for (const { member, hour } of events) {
    const mine = own.get(member) ?? new Map<number, number>()
    const lost = around(mine, hour, -1) - around(mine, hour, 1)
    const at = hour + shift
    if (lost < fewestLost || at - 24 < firstHour || at + 24 > lastHour) continue
    sum.counted++
    sum.lost += lost
    sum.gained += around(all, at, 1) - around(mine, at, 1) - (around(all, at, -1) - around(mine, at, -1))
  }
  return sum
}

/** Requests in the 24 hours before (-1) or after (1) an hour. */
function around(counts: Map<number, number>, hour: number, side: 1 | -1): number {
  let sum = 0
  for (let away = 1; away <= 24; away++) sum += counts.get(hour + side * away) ?? 0
  return sum
}
