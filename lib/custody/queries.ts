/** Reads of the record within the actor's scope; what an auditor may not see of a restricted case is withheld here. */

import { eventsWithin, within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { asWritten } from '@/lib/platform/search-text'
import type { Prisma } from '@/prisma/generated/client'
import type { EventType } from './events'
import { toHex } from './hex'

export type RecordFilter = { number?: string; type?: string; actorId?: string; before?: bigint }

/** Lines of the record on one page. */
const recordPageSize = 100

/** The head of the chain: its number and hash, or null for an empty record. */
export async function chainHead(_actor: PersonActor): Promise<{ seq: number; hash: string } | null> {
  const head = await db.event.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  return head && { seq: Number(head.seq), hash: toHex(head.hash) }
}

/** One page of events in scope, latest first, with payloads that the actor may read and null where withheld. */
export async function recordedEvents(actor: PersonActor, { number, type, actorId, before }: RecordFilter) {
  const filter: Prisma.EventWhereInput = {
    ...(number && { case: { AND: [within(actor), { number }] } }),
    ...(type && { type: { startsWith: asWritten(type) } }),
    ...(actorId && { actorId }),
    ...(before !== undefined && { seq: { lt: before } }),
  }
  const rows = await db.event.findMany({
    where: { AND: [eventsWithin(actor), filter] },
    orderBy: { seq: 'desc' },
    take: recordPageSize + 1,
    select: {
      seq: true,
      at: true,
      type: true,
      hash: true,
      actor: { select: { id: true, name: true } },
      case: { select: { number: true, restricted: true } },
      payload: { select: { text: true } },
    },
  })
  const events = rows.slice(0, recordPageSize).map(({ payload, case: of, ...event }) => {
    const withheld = actor.role === 'AUDITOR' && of?.restricted === true
    return {
      ...event,
      seq: Number(event.seq),
      type: event.type as EventType,
      hash: toHex(event.hash),
      withheld,
      caseNumber: withheld ? null : (of?.number ?? null),
      payload: withheld || !payload ? null : (JSON.parse(payload.text) as RecordedPayload),
    }
  })
  return { events, more: rows.length > recordPageSize }
}

type RecordedPayload = {
  actor: { name: string; role: string }
  from: string | null
  data: Record<string, unknown>
}
export type RecordedLine = Awaited<ReturnType<typeof recordedEvents>>['events'][number]
