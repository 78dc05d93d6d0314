/** Which logs of a case could complete one, with the overlap that was found, and what was joined already. */

import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { keyOverlap } from '@/lib/signals/brought/complete-dataset'
import { offeredCompletion } from '@/lib/signals/brought/completions'
import { joinedReader, type Parent, parentsIn } from './join-parents'
import { evidenceItem } from './queries'

/** What came of asking for a join; `why` says what kept it from being made. */
export type JoinState =
  | { state: 'open' | 'under-way' }
  | { state: 'failed'; why: string }
  | { state: 'joined'; datasetId: string }

/** `share` of the rows of this log whose request the other has too; null when it could not be found in time. */
export type JoinOffer = { evidenceId: string; name: string; format: string; share: number | null } & JoinState

/** Logs of the case that share requests with the item, most first, with what came of joining them. `not-found` out of scope. */
export async function joinOffers(actor: Actor, evidenceId: string): Promise<JoinOffer[]> {
  const { case: theCase } = await evidenceItem(actor, evidenceId)
  const all = await parentsIn(theCase.id)
  const main = all.find((one) => one.evidenceId === evidenceId)
  if (!main) return []
  const offers: JoinOffer[] = []
  for (const other of all) {
    const share = other === main ? 0 : await overlap(main, other)
    if (share === 0) continue
    const { evidenceId: id, evidence, format } = other
    offers.push({ evidenceId: id, name: evidence.name, format, share, ...(await stateOf(main, other)) })
  }
  return offers.sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
}

/** 0 when the two cannot be joined this way round. */
async function overlap(main: Parent, other: Parent): Promise<number | null> {
  const known = ({ format, columns }: Parent) => ({ format, columnsPresent: columns })
  const completion = offeredCompletion(known(main), known(other))
  if (!completion) return 0
  const files = { main: blobPath(main.sha256), other: blobPath(other.sha256), rows: Number(main.rows) }
  const found = await keyOverlap({ engine: interactiveEngine(), completion, ...files }).catch(() => null)
  if (!found) return null
  return found.looked === 0 ? 0 : found.shared / found.looked
}

/** The dataset if there is one; else what the record says last of the pair. */
async function stateOf(main: Parent, other: Parent): Promise<JoinState> {
  const key = { evidenceId: main.evidenceId, readerVersion: joinedReader(main, other) }
  const joined = await db.dataset.findUnique({ where: { evidenceId_readerVersion: key }, select: { id: true } })
  if (joined) return { state: 'joined', datasetId: joined.id }
  const last = await db.event.findFirst({
    where: {
      caseId: main.caseId,
      type: { in: ['dataset.join-requested', 'dataset.join-failed'] },
      payload: { text: { contains: `"parents":["${main.id}","${other.id}"]` } },
    },
    orderBy: { seq: 'desc' },
    select: { type: true, payload: { select: { text: true } } },
  })
  if (!last) return { state: 'open' }
  if (last.type === 'dataset.join-requested') return { state: 'under-way' }
  return { state: 'failed', why: String(JSON.parse(last.payload?.text ?? '{}').data?.reason ?? '') }
}
