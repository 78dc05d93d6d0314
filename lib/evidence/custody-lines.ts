/** The custody lines of evidence: who touched it, how, when, from where and with what result, out of the record itself. */

import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { found } from '@/lib/platform/policy'
import type { Prisma } from '@/prisma/generated/client'

export type CustodyLine = {
  seq: bigint
  at: Date
  type: string
  /** Name and role as they were; null once the payload was erased. */
  who: { name: string; role: string } | null
  from: string | null
  data: Record<string, unknown> | null
}

const custodyTypes = [
  'upload.started',
  'evidence.received',
  'evidence.attached',
  'table.comparison-requested',
  'table.compared',
  'evidence.collected',
  'evidence.sealed',
  'evidence.refused',
  'evidence.withdrawn',
  'evidence.downloaded',
  'evidence.verified',
  'dataset.made',
  'dataset.failed',
  'dataset.requested',
  'dataset.join-requested',
  'dataset.joined',
  'dataset.join-failed',
  'dataset.rejects-downloaded',
]

/** Every touch of one item, oldest first; `not-found` out of scope. */
export async function custodyOf(actor: Actor, evidenceId: string): Promise<CustodyLine[]> {
  const where = { id: evidenceId, case: within(actor) }
  const { caseId } = found(await db.evidenceItem.findFirst({ where, select: { caseId: true } }), 'evidence item')
  const named: Prisma.EventPayloadWhereInput[] = [
    { text: { contains: `"evidenceId":"${evidenceId}"` } },
    { text: { contains: `"uploadId":"${evidenceId}"` } },
  ]
  const events = await db.event.findMany({
    where: { caseId, type: { in: custodyTypes }, payload: { OR: named } },
    orderBy: { seq: 'asc' },
    select: { seq: true, at: true, type: true, payload: { select: { text: true } } },
  })
  return events.map(({ payload, ...event }) => ({ ...event, ...spoken(payload?.text) }))
}

function spoken(text: string | undefined): Pick<CustodyLine, 'who' | 'from' | 'data'> {
  if (text === undefined) return { who: null, from: null, data: null }
  const { actor, from, data } = JSON.parse(text)
  return { who: actor, from, data }
}

/**
 * How many custody lines each item of a case has. Quotes inside user text are escaped in JSON, so the pattern matches nothing
 * that a person wrote. The caller has checked the scope.
 */
export async function custodyCounts(caseId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string | null; lines: number }[]>`
    SELECT substring(p.text from '"(?:evidenceId|uploadId)":"([0-9a-f-]{36})"') AS id, count(*)::int AS lines
    FROM event e JOIN event_payload p USING (seq)
    WHERE e.case_id = ${caseId}::uuid AND e.type = ANY(${custodyTypes}) GROUP BY 1`
  return new Map(rows.flatMap(({ id, lines }) => (id === null ? [] : [[id, lines] as const])))
}
