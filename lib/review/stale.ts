/** Keeps approvals honest: whatever changes after one makes it stale, in the same transaction. */

import { toHex } from '@/lib/custody/hex'
import { now } from '@/lib/platform/clock'
import type { Door, Tx } from '@/lib/platform/db'
import { snapshotOf } from './snapshot'

/**
 * Holds the case's row until the transaction ends, so that a decision and a change cannot pass each other. Not a plain FOR UPDATE:
 * events of others refer to the row while they hold the end of the record, and this one waits for that end.
 */
export async function lockCase(tx: Tx, caseId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "case" WHERE id = ${caseId}::uuid FOR NO KEY UPDATE`
}

/**
 * Says that something material of the case has changed: call it inside the transaction of the change, after the change.
 * Standing approvals become stale with an event; an approved case goes back into review.
 */
export async function materialChanged({ tx, record }: Door, caseId: string, because: string): Promise<void> {
  await lockCase(tx, caseId)
  const at = now()
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true } })
  const approval = { caseId, decision: 'APPROVE', staleAt: null } as const
  const last = await tx.review.findFirst({
    where: approval,
    orderBy: { decidedAt: 'desc' },
    select: { snapshotHash: true },
  })
  const { hash } = await snapshotOf(tx, caseId)
  const changed = last && toHex(last.snapshotHash) !== toHex(hash)
  if (!last || !changed) {
    await tx.case.update({ where: { id: caseId }, data: { updatedAt: at } })
    return
  }
  await tx.review.updateMany({ where: approval, data: { staleAt: at, staleReason: because } })
  const back = row.state === 'APPROVED' ? { state: 'IN_REVIEW' as const, reviewerId: null } : {}
  await tx.case.update({ where: { id: caseId }, data: { ...back, stale: true, updatedAt: at } })
  record({
    type: 'case.approval-stale',
    caseId,
    data: { because, snapshot: { from: toHex(last.snapshotHash), to: toHex(hash) } },
  })
}
