/** Endpoints without their keys, and the collections of a case with how far they are; cases always through the actor's scope. */

import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { identifierOf } from '@/lib/platform/identifier'
import { found, must } from '@/lib/platform/policy'
import type { Prisma } from '@/prisma/generated/client'
import { readCollectionRequest } from './collection-request'
import { whyNot } from './policy'

/** The case of these pages, by number; `not-found` out of scope. */
export async function collectionCase(actor: Actor, number: string, from: Reader | Tx = db) {
  const where = { AND: [within(actor), { number }] }
  return found(await from.case.findFirst({ where, select: { id: true, number: true, state: true } }), 'case')
}

/** The hosts that requests may go to, by name. */
export async function allowedHosts(actor: Actor) {
  must(whyNot(actor, 'see-endpoints', null))
  return db.allowedHost.findMany({
    orderBy: { host: 'asc' },
    select: { host: true, addedAt: true, addedBy: { select: { name: true } } },
  })
}

/** The endpoints that stand, by name. Of a key it is said that there is one, and nothing of it. */
export async function endpoints(actor: Actor) {
  must(whyNot(actor, 'see-endpoints', null))
  const select = { id: true, name: true, provider: true, baseUrl: true, variant: true, registeredAt: true } as const
  const where = { removedAt: null }
  const [rows, keyed] = await Promise.all([
    db.modelEndpoint.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }], select }),
    db.modelEndpoint.findMany({ where: { ...where, sealedKey: { not: null } }, select: { id: true } }),
  ])
  return rows.map((row) => ({ ...row, hasKey: keyed.some(({ id }) => id === row.id) }))
}

export type EndpointShown = Awaited<ReturnType<typeof endpoints>>[number]

const fields = {
  id: true,
  model: true,
  request: true,
  state: true,
  round: true,
  reason: true,
  createdAt: true,
  finishedAt: true,
  startedBy: { select: { name: true } },
  plan: { select: { id: true, name: true, version: true } },
  responses: { select: { id: true, name: true } },
  outputs: { select: { id: true, name: true } },
  case: { select: { number: true, state: true } },
} satisfies Prisma.CollectionSelect

type Row = Prisma.CollectionGetPayload<{ select: typeof fields }>

async function shown(rows: Row[]) {
  const notes = await db.jobProgress.findMany({ where: { subjectId: { in: rows.map(({ id }) => id) } } })
  return rows.map(({ request, ...row }) => {
    const note = notes.find(({ subjectId }) => subjectId === row.id)
    const progress = note && {
      ...{ step: note.step, startedAt: note.startedAt, done: Number(note.done) },
      total: note.total === null ? null : Number(note.total),
    }
    return { ...row, request: readCollectionRequest(request), progress: progress ?? null }
  })
}

export type CollectionShown = Awaited<ReturnType<typeof shown>>[number]

/** The collections of a case, the newest first. */
export async function collectionsOf(actor: Actor, caseId: string): Promise<CollectionShown[]> {
  const where = { caseId, case: within(actor) }
  return shown(
    await db.collection.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: fields }),
  )
}

/** One collection of the case; `not-found` out of scope. */
export async function collectionOf(
  actor: Actor,
  { number, id }: { number: string; id: string },
): Promise<CollectionShown> {
  const where = { id: identifierOf(id, 'collection'), case: { AND: [within(actor), { number }] } }
  const row = found(await db.collection.findFirst({ where, select: fields }), 'collection')
  return (await shown([row]))[0] as CollectionShown
}
