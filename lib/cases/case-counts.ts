/** How much each tab of a case holds. */

import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'

/** The numbers beside the tabs of a case: as many as each tab lists. */
export async function caseTabCounts(actor: PersonActor, caseId: string) {
  const where = { caseId, case: within(actor) }
  const [claims, evidence, findings] = await Promise.all([
    db.claim.count({ where }),
    db.evidenceItem.count({ where }),
    db.finding.count({ where }),
  ])
  return { claims, evidence, findings }
}
