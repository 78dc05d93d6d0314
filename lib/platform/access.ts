/** Who sees what, as data: the only `where` through which cases and their events are reached. */

import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from './actor'

declare const minted: unique symbol

/** A `where` over cases that only `within` makes. */
export type CaseScope = Prisma.CaseWhereInput & { readonly [minted]?: true }

const everything: Prisma.CaseWhereInput = {}

/** The cases that `actor` may see. Spread it into every query of cases, and nest it as `case: within(actor)` everywhere else. */
export function within(actor: Actor): CaseScope {
  if (actor.kind === 'system') return everything
  const asMember: Prisma.CaseWhereInput = { members: { some: { personId: actor.id } } }
  switch (actor.role) {
    case 'ANALYST':
    case 'ADMIN':
      return asMember
    case 'LEAD':
    case 'LEGAL':
    case 'MANAGER':
      return { OR: [{ restricted: false }, asMember] }
    case 'AUDITOR':
      return { restricted: false }
  }
}

/**
 * The events that `actor` may see. AUDITOR sees every header; `payloadVisible` says which lose number and payload. Events of no
 * case (people, terms) are for ADMIN and AUDITOR; everybody sees their own.
 */
export function eventsWithin(actor: Actor): Prisma.EventWhereInput {
  if (actor.kind === 'system' || actor.role === 'AUDITOR') return {}
  const own: Prisma.EventWhereInput = { caseId: null, actorId: actor.id }
  const general: Prisma.EventWhereInput = actor.role === 'ADMIN' ? { caseId: null } : own
  return { OR: [{ case: within(actor) }, general] }
}
