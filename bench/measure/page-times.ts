/** A process that times pages of the docket against the database in its environment and prints them as one JSON line. */

import { docket } from '@/lib/cases/docket'
import { writeCursor } from '@/lib/cases/pages'
import { caseFilter } from '@/lib/cases/schema'
import type { PersonActor } from '@/lib/platform/actor'
import { closeConnections } from '@/lib/platform/connections'
import { db } from '@/lib/platform/db'
import { benchPeople } from './fill-cases'

const runs = 25
const rowsBefore = 999 * 50

type PersonName = keyof typeof benchPeople

const actorOf = (name: PersonName): PersonActor => ({
  kind: 'person',
  id: benchPeople[name],
  name,
  email: `${name}@bench.example`,
  role: name === 'manager' ? 'MANAGER' : 'ANALYST',
  sessionId: null,
  address: null,
})

/** Median milliseconds of one page. */
async function medianPage(name: PersonName, after?: string): Promise<number> {
  const times: number[] = []
  const filter = caseFilter.parse({ after })
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await docket(actorOf(name), filter)
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

/** Cursor of the last row before the thousandth page; undefined in a smaller docket. */
async function thousandth(): Promise<string | undefined> {
  const [row] = await db.case.findMany({
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    skip: rowsBefore - 1,
    take: 1,
    select: { id: true, updatedAt: true },
  })
  return row && writeCursor({ value: row.updatedAt.toISOString(), id: row.id })
}

const after = await thousandth()
const times: Record<string, number> = {}
for (const name of Object.keys(benchPeople) as PersonName[]) {
  times[`${name} first`] = await medianPage(name)
  if (after) times[`${name} thousandth`] = await medianPage(name, after)
}
console.log(JSON.stringify(times))
await closeConnections()
