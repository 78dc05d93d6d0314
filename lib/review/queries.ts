/** Reads for the review tab: what is being decided, what was decided, and what changed in between. */

import { whyNot } from '@/lib/cases/policy'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { must } from '@/lib/platform/policy'
import { materialOf } from './material'
import { type OpenPoint, openPoints } from './readiness'
import { snapshotOf } from './snapshot'
import { snapshotChanges } from './snapshot-changes'
import { caseStanding } from './standing'

/** The hash of the case as it is now, the snapshot last submitted, and what differs between them. */
export async function presentSnapshot(actor: PersonActor, number: string) {
  const { id } = await caseStanding(actor, { number })
  const [present, kept] = await Promise.all([
    snapshotOf(db, id),
    db.snapshot.findMany({
      where: { caseId: id },
      orderBy: { takenAt: 'desc' },
      take: 2,
      select: { hash: true, text: true, takenAt: true, takenBy: { select: { name: true } } },
    }),
  ])
  const [latest, earlier] = kept
  const differs = latest !== undefined && toHex(latest.hash) !== toHex(present.hash)
  const compared = differs ? latest : earlier
  return {
    hash: toHex(present.hash),
    submitted: latest && { hash: toHex(latest.hash), takenAt: latest.takenAt, takenBy: latest.takenBy.name },
    changedSinceSubmission: differs,
    changes: compared ? snapshotChanges(compared.text, present.text) : [],
  }
}

/** The decisions so far, latest first. */
export async function caseReviews(actor: PersonActor, caseId: string) {
  const rows = await db.review.findMany({
    where: { caseId, case: within(actor) },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      decision: true,
      outcome: true,
      reason: true,
      decidedAt: true,
      staleAt: true,
      staleReason: true,
      snapshotHash: true,
      reviewer: { select: { name: true } },
    },
  })
  return rows.map(({ snapshotHash, ...row }) => ({ ...row, snapshotHash: toHex(snapshotHash) }))
}

/** What blocks submission, each with the place where it is mended. */
export async function caseOpenPoints(actor: PersonActor, number: string): Promise<OpenPoint[]> {
  const { id } = await caseStanding(actor, { number })
  return openPoints(await materialOf(db, id))
}

/** The privileged notes, for legal reviewers alone. */
export async function privilegedNotes(actor: PersonActor, number: string) {
  const standing = await caseStanding(actor, { number })
  must(whyNot(actor, 'read-notes', standing))
  return db.privilegedNote.findMany({
    where: { caseId: standing.id, case: within(actor) },
    orderBy: { writtenAt: 'desc' },
    select: { id: true, text: true, writtenAt: true, author: { select: { name: true } } },
  })
}

export type PresentSnapshot = Awaited<ReturnType<typeof presentSnapshot>>
export type CaseReview = Awaited<ReturnType<typeof caseReviews>>[number]
