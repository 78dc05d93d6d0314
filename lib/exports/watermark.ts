/** What a summary may call itself, and why: pure. */

import { approvalsNeeded, stateNames } from '@/lib/cases/states'
import type { CaseState, Severity } from '@/prisma/generated/enums'

export type Watermark = 'DRAFT' | 'APPROVED' | 'STALE'

/** `approvals` are the decisions to approve that nothing made stale, each over one snapshot hash (hex). */
export type Marked = {
  state: CaseState
  severity: Severity
  stale: boolean
  snapshot: string
  approvals: { reviewerId: string; reviewer: string; snapshot: string }[]
}

/**
 * STALE once something changed after an approval; APPROVED while enough different reviewers approved exactly the present snapshot
 * and the case is approved, actioned or closed; DRAFT otherwise. A dismissed case is a DRAFT: nobody approved what it alleges.
 */
export function watermarkOf({ state, severity, stale, snapshot, approvals }: Marked): {
  mark: Watermark
  because: string
} {
  const decided = state === 'APPROVED' || state === 'ACTIONED' || state === 'CLOSED'
  const fresh = approvals.filter((one) => one.snapshot === snapshot)
  const approvers = new Set(fresh.map(({ reviewerId }) => reviewerId))
  if (stale || (decided && approvals.length > fresh.length))
    return { mark: 'STALE', because: 'Something changed after the approval; the case has to be reviewed again.' }
  if (decided && approvers.size >= approvalsNeeded(severity))
    return {
      mark: 'APPROVED',
      because: `Approved by ${listed(fresh.map(({ reviewer }) => reviewer))}, exactly as it stands here.`,
    }
  if (state === 'DISMISSED')
    return { mark: 'DRAFT', because: 'The case was dismissed: nobody approved what it alleges.' }
  if (approvers.size > 0 && approvers.size < approvalsNeeded(severity)) {
    const because = `Approved by ${fresh[0]?.reviewer} alone; high severity needs a second, different reviewer.`
    return { mark: 'DRAFT', because }
  }
  return { mark: 'DRAFT', because: `Nobody has approved this yet; the case is in state “${stateNames[state]}”.` }
}

const listed = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
