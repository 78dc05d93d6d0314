/** Who keeps the terms ledger. */

import type { Role } from '@/prisma/generated/enums'

/** Why a person may not enter terms, or null. */
export function whyNotEnterTerms(who: { role: Role | 'SYSTEM' }): string | null {
  return who.role === 'LEGAL' || who.role === 'ADMIN' || who.role === 'SYSTEM'
    ? null
    : 'Legal reviewers and administrators keep the terms.'
}

/** Why a version cannot be changed any more, or null. */
export function whyNotChangeVersion({ citedBy }: { citedBy: number }): string | null {
  return citedBy === 0
    ? null
    : `${citedBy === 1 ? 'A claim cites' : `${citedBy} claims cite`} this version, so it stays as it is. Enter a new version instead.`
}
