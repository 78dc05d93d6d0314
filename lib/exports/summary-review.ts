/** The decisions over a case as a summary states them. */

import { toHex } from '@/lib/custody/hex'
import type { SummaryReader } from './summary-reader'

export type SummaryDecision = {
  reviewer: string
  decision: 'APPROVE' | 'DISMISS' | 'REQUEST_CHANGES'
  outcome: string | null
  reason: string
  /** SHA-256 of the snapshot that was decided on. */
  snapshot: string
  /** Why it no longer stands, or null while it does. */
  staleBecause: string | null
}

/** Decisions in the order in which they were made. */
export async function summaryDecisions(from: SummaryReader, caseId: string): Promise<SummaryDecision[]> {
  const rows = await from.review.findMany({
    where: { caseId },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ decision: true, outcome: true, reason: true, snapshotHash: true, staleAt: true, staleReason: true },
      reviewer: { select: { name: true } },
    },
  })
  return rows.map(({ reviewer, snapshotHash, staleAt, staleReason, ...row }) => ({
    ...row,
    reviewer: reviewer.name,
    snapshot: toHex(snapshotHash),
    staleBecause: staleAt && (staleReason ?? 'something changed afterwards'),
  }))
}

/** Approvals that nothing made stale, by whom and over which snapshot (hex). */
export async function standingApprovals(from: SummaryReader, caseId: string) {
  const rows = await from.review.findMany({
    where: { caseId, decision: 'APPROVE', staleAt: null },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: { reviewerId: true, snapshotHash: true, reviewer: { select: { name: true } } },
  })
  return rows.map(({ reviewerId, reviewer, snapshotHash }) => ({
    ...{ reviewerId, reviewer: reviewer.name },
    snapshot: toHex(snapshotHash),
  }))
}
