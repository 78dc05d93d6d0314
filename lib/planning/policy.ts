/** Who registers plans: the analysts of an open case; everybody who sees the case reads them. Pure and isomorphic. */

import { isOpen } from '@/lib/cases/states'
import type { Offer } from '@/lib/platform/offer'
import type { CaseState, Role } from '@/prisma/generated/enums'

type Who = { kind: 'system' } | { kind: 'person'; id: string; role: Role }

/** Why `actor` may not register a plan in the case, or null. The actor is taken to see the case. */
export function whyNotPlan(actor: Who, { state }: { state: CaseState }): string | null {
  if (actor.kind === 'system') return 'Only a person registers a plan.'
  if (actor.role !== 'ANALYST') return 'Comparisons are planned by the analysts of the case.'
  return isOpen(state) ? null : 'The case is over. Reopen it to plan more.'
}

/** How a page offers it: left out for roles that never plan. */
export function offerPlan(actor: Who, theCase: { state: CaseState }): Offer {
  const reason = whyNotPlan(actor, theCase)
  return reason === null || (actor.kind === 'person' && actor.role === 'ANALYST') ? reason : false
}
