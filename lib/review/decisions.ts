/** The reviewer's side: taking a review, deciding over exactly the snapshot that was shown, revoking. */

import { whyNot } from '@/lib/cases/policy'
import { approvalsNeeded } from '@/lib/cases/states'
import { verifyCaseEvidence } from '@/lib/evidence/verification'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import type { Door } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { must } from '@/lib/platform/policy'
import type { ReviewDecision } from '@/prisma/generated/enums'
import { caseStanding } from './standing'
import { keepSnapshot } from './submission'
import { transition } from './transition'

type Decided = { number: string; snapshot: string }

/** Takes the review of a submitted case, or the free second review of one that needs two approvals. */
export async function takeReview(actor: PersonActor, { number }: { number: string }): Promise<void> {
  await transition(actor, 'take-review', number, async ({ record }, { id }) => {
    record({ type: 'case.review-started', caseId: id, data: { reviewer: actor.name } })
    return { reviewerId: actor.id }
  })
}

/** Gives a review back to the queue; a first approval that stands keeps the case in review. */
export async function releaseReview(actor: PersonActor, { number }: { number: string }): Promise<void> {
  await transition(actor, 'release', number, async ({ record }, { id, approvers }) => {
    record({ type: 'case.review-released', caseId: id, data: { reviewer: actor.name } })
    return { reviewerId: null, ...(approvers.length > 0 && { state: 'IN_REVIEW' }) }
  })
}

/** Sends the case back to its owner with what is to be changed. Standing first approvals lapse. */
export async function requestChanges(
  actor: PersonActor,
  { number, snapshot, reason }: Decided & { reason: string },
): Promise<void> {
  await transition(actor, 'request-changes', number, async (door, { id }) => {
    await decide(door, actor, { caseId: id, snapshot, decision: 'REQUEST_CHANGES', reason })
    await lapse(door, id, 'changes were requested')
    door.record({ type: 'case.changes-requested', caseId: id, data: { snapshot, reason } })
    return {}
  })
}

/**
 * Approves the snapshot that the reviewer was shown. Every evidence item is hashed again first. High severity stays in review,
 * without a reviewer, until a second, different one approves the same snapshot.
 */
export async function approveCase(
  actor: PersonActor,
  { number, snapshot, reason = '' }: Decided & { reason?: string },
): Promise<void> {
  const before = await caseStanding(actor, { number })
  must(whyNot(actor, 'approve', before))
  const { failed } = await verifyCaseEvidence(actor, before.id)
  if (failed.length > 0)
    throw new AppError(
      'conflict',
      `The bytes of ${failed.map(({ name }) => `“${name}”`).join(', ')} no longer match their seal. Nothing was approved; tell your administrator.`,
    )
  await transition(actor, 'approve', number, async (door, { id, severity, approvers }) => {
    await decide(door, actor, { caseId: id, snapshot, decision: 'APPROVE', reason })
    const remaining = approvalsNeeded(severity) - approvers.length - 1
    door.record({
      type: 'case.approval-given',
      caseId: id,
      data: { snapshot, reviewer: actor.name, remaining, ...(reason && { reason }) },
    })
    if (remaining > 0) return { state: 'IN_REVIEW', reviewerId: null }
    door.record({ type: 'case.approved', caseId: id, data: { snapshot } })
    return { stale: false, reviewerId: null }
  })
}

/** Dismisses the case with an outcome and a reason. */
export async function dismissCase(
  actor: PersonActor,
  { number, snapshot, outcome, reason }: Decided & { outcome: string; reason: string },
): Promise<void> {
  await transition(actor, 'dismiss', number, async (door, { id }) => {
    await decide(door, actor, { caseId: id, snapshot, decision: 'DISMISS', outcome, reason })
    door.record({ type: 'case.dismissed', caseId: id, data: { snapshot, outcome, reason } })
    return { outcome, outcomeNote: reason, reviewerId: null }
  })
}

/** Takes an approval back; the case is in review again, without a reviewer. */
export async function revokeApproval(
  actor: PersonActor,
  { number, reason }: { number: string; reason: string },
): Promise<void> {
  await transition(actor, 'revoke', number, async (door, { id }) => {
    await lapse(door, id, reason)
    door.record({ type: 'case.approval-revoked', caseId: id, data: { reason } })
    return { reviewerId: null }
  })
}

type Decision = { caseId: string; snapshot: string; decision: ReviewDecision; outcome?: string; reason: string }

async function decide(door: Door, actor: PersonActor, { caseId, snapshot, ...decision }: Decision): Promise<void> {
  const present = await keepSnapshot(door, actor, caseId)
  if (present !== snapshot) {
    throw new AppError(
      'conflict',
      'The case changed while you were looking at it. Reload, see what changed, then decide; nothing was decided.',
    )
  }
  await door.tx.review.create({
    data: {
      caseId,
      reviewerId: actor.id,
      snapshotHash: new Uint8Array(Buffer.from(present, 'hex')),
      decidedAt: now(),
      ...decision,
    },
  })
}

/** Ends the approvals that stand. */
export async function lapse({ tx }: Door, caseId: string, staleReason: string): Promise<void> {
  await tx.review.updateMany({
    where: { caseId, decision: 'APPROVE', staleAt: null },
    data: { staleAt: now(), staleReason },
  })
}
