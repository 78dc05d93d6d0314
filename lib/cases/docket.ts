/** The docket: the list of cases in scope, filtered, sorted and paged by keyset. */

import { z } from 'zod'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { asWritten } from '@/lib/platform/search-text'
import type { Prisma } from '@/prisma/generated/client'
import { type Cursor, cutPage, readCursor } from './pages'
import type { CaseFilter, CaseSort } from './schema'

const columnOf = { updated: 'updatedAt', filed: 'createdAt', number: 'number', title: 'title' } as const

/** Rows on one page. */
const docketPageSize = 50
const countedUpTo = 1000

const row = {
  id: true,
  number: true,
  title: true,
  state: true,
  severity: true,
  restricted: true,
  stale: true,
  createdAt: true,
  updatedAt: true,
  owner: { select: { id: true, name: true } },
  subjects: { select: { name: true }, orderBy: { createdAt: 'asc' }, take: 2 },
} as const satisfies Prisma.CaseSelect

/** One page of the docket with the addresses of its neighbours and the number of matches, counted up to 1,000. */
export async function docket(actor: PersonActor, filter: CaseFilter) {
  const descending = filter.sort.startsWith('-')
  const column = columnOf[filter.sort.replace('-', '') as CaseSort]
  const back = filter.before !== undefined
  const cursor = placeOf(filter.before ?? filter.after, column)
  const order = back === descending ? 'asc' : 'desc'
  const where: Prisma.CaseWhereInput = { AND: [within(actor), matching(actor, filter)] }
  const [found, matches] = await Promise.all([
    db.case.findMany({
      where: cursor ? { AND: [where, beyond(column, order, cursor)] } : where,
      orderBy: [{ [column]: order }, { id: order }],
      take: docketPageSize + 1,
      select: row,
    }),
    db.case.count({ where, take: countedUpTo + 1 }),
  ])
  const page = cutPage(found, {
    limit: docketPageSize,
    back,
    started: cursor !== null,
    cursorOf: (item) => ({ value: sortValue(item[column]), id: item.id }),
  })
  return {
    ...page,
    rows: await withCounts(page.rows),
    matches: Math.min(matches, countedUpTo),
    more: matches > countedUpTo,
  }
}

/** Cases that wait for a reviewer or are under review, oldest submission first within severity. */
export async function reviewQueue(actor: PersonActor) {
  return db.case.findMany({
    where: { AND: [within(actor), { state: { in: ['SUBMITTED', 'IN_REVIEW'] } }] },
    orderBy: [{ severity: 'desc' }, { submittedAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { ...row, submittedAt: true, reviewer: { select: { id: true, name: true } } },
  })
}

/** How many cases the queue holds, for the rail. */
export async function reviewQueueLength(actor: PersonActor): Promise<number> {
  return db.case.count({ where: { AND: [within(actor), { state: { in: ['SUBMITTED', 'IN_REVIEW'] } }] } })
}

function matching(actor: PersonActor, { q, state, severity, owner }: CaseFilter): Prisma.CaseWhereInput {
  const sought = asWritten(q)
  const text = { contains: sought, mode: 'insensitive' } as const
  return {
    ...(state.length > 0 && { state: { in: state } }),
    ...(severity.length > 0 && { severity: { in: severity } }),
    ...(owner && { ownerId: owner === 'me' ? actor.id : owner }),
    ...(q && {
      OR: [
        { number: { startsWith: sought.toUpperCase() } },
        { title: text },
        { subjects: { some: { name: text } } },
        { accounts: { some: { identifier: { startsWith: sought } } } },
      ],
    }),
  }
}

/** The place behind an address, or null when it cannot be one in this order: the list then begins at its start. */
function placeOf(address: string | undefined, column: string): Cursor | null {
  const cursor = readCursor(address)
  return cursor && isTime(column) && !z.iso.datetime().safeParse(cursor.value).success ? null : cursor
}

const isTime = (column: string) => column.endsWith('At')

function beyond(column: string, order: 'asc' | 'desc', { value, id }: Cursor): Prisma.CaseWhereInput {
  const past = order === 'asc' ? 'gt' : 'lt'
  const stored = isTime(column) ? new Date(value) : value
  // PostgreSQL finds the place in the index by the first condition alone; an OR by itself makes it walk there.
  return {
    AND: [
      { [column]: { [`${past}e`]: stored } },
      { OR: [{ [column]: { [past]: stored } }, { [column]: stored, id: { [past]: id } }] },
    ],
  }
}

const sortValue = (value: Date | string): string => (value instanceof Date ? value.toISOString() : value)

async function withCounts<Row extends { id: string }>(rows: Row[]) {
  const ids = rows.map(({ id }) => id)
  const where = { caseId: { in: ids } }
  const [claims, evidence] = await Promise.all([
    db.claim.groupBy({ by: ['caseId'], where, _count: true }),
    db.evidenceItem.groupBy({ by: ['caseId'], where: { ...where, state: 'SEALED' }, _count: true }),
  ])
  const countIn = (groups: { caseId: string; _count: number }[], id: string) =>
    groups.find(({ caseId }) => caseId === id)?._count ?? 0
  return rows.map((item) => ({ ...item, claims: countIn(claims, item.id), evidence: countIn(evidence, item.id) }))
}

export type DocketRow = Awaited<ReturnType<typeof docket>>['rows'][number]
export type QueueRow = Awaited<ReturnType<typeof reviewQueue>>[number]
