/** What a claim of a case can cite by choice from a list; rows are cited in the explorer. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'

/** Sealed evidence items and findings of the case. */
export async function citable(actor: PersonActor, caseId: string) {
  const where = { caseId, case: within(actor) }
  const [evidence, findings] = await Promise.all([
    db.evidenceItem.findMany({
      where: { ...where, state: 'SEALED' },
      orderBy: { addedAt: 'asc' },
      select: { id: true, name: true },
    }),
    db.finding.findMany({ where, orderBy: { addedAt: 'asc' }, select: { id: true, title: true } }),
  ])
  return { evidence, findings }
}

export type Citable = Awaited<ReturnType<typeof citable>>
