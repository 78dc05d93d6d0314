/** Loads what the rules about a case need to know, from its rows and its whole history. */

import type { CaseStanding } from '@/lib/cases/policy'
import type { EventType } from '@/lib/custody/events'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db, type Reader, type Tx } from '@/lib/platform/db'
import { found } from '@/lib/platform/policy'
import { materialOf } from './material'
import { openPoints } from './readiness'

/** Whoever did one of these worked on the case and cannot review it. */
const contributing: EventType[] = [
  'case.filed',
  'case.facts-changed',
  'case.submitted',
  'case.resubmitted',
  'subject.added',
  'subject.changed',
  'accounts.added',
  'claim.made',
  'claim.changed',
  'citation.added',
  'explanation.answered',
  'upload.started',
  'evidence.received',
  'finding.added',
  'finding.changed',
]

/** The standing of a case in the actor's scope, with its id; not found otherwise. */
export async function caseStanding(
  actor: Actor,
  where: { number: string } | { id: string },
  from: Reader | Tx = db,
): Promise<CaseStanding & { id: string; number: string; editVersion: number }> {
  const row = found(
    await from.case.findFirst({
      where: { AND: [within(actor), where] },
      select: {
        id: true,
        number: true,
        state: true,
        severity: true,
        restricted: true,
        stale: true,
        filerId: true,
        ownerId: true,
        reviewerId: true,
        editVersion: true,
        reviews: { where: { decision: 'APPROVE', staleAt: null }, select: { reviewerId: true } },
      },
    }),
    'case',
  )
  const { reviews, ...standing } = row
  const [events, material] = await Promise.all([
    from.event.findMany({
      where: { caseId: row.id, type: { in: contributing }, actorId: { not: null } },
      distinct: ['actorId'],
      select: { actorId: true },
    }),
    materialOf(from, row.id),
  ])
  return {
    ...standing,
    approvers: reviews.map(({ reviewerId }) => reviewerId),
    contributors: events.flatMap(({ actorId }) => actorId ?? []),
    openPoints: openPoints(material).map(({ sentence }) => sentence),
  }
}
