/** Which logs of a case could complete one, with the overlap that was found, and what was joined already. */

import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { interactiveEngine } from '@/lib/platform/engine'
import { blobPath } from '@/lib/platform/storage'
import { keyOverlap } from '@/lib/signals/complete-dataset'
import { offeredCompletion } from '@/lib/signals/completions'
import { joinedReader, type Parent, parentsIn } from './join-parents'
import { evidenceItem } from './queries'

/** `share` of the rows of this log whose request the other has too; null when it could not be found in time. */
export type JoinOffer = {
  evidenceId: string
  name: string
  format: string
  share: number | null
  joinedAs: string | null
}

/** Logs of the case that share requests with the item, most first; those joined before with their dataset. `not-found` out of scope. */
export async function joinOffers(actor: Actor, evidenceId: string): Promise<JoinOffer[]> {
  const { case: theCase } = await evidenceItem(actor, evidenceId)
  const all = await parentsIn(theCase.id)
  const main = all.find((one) => one.evidenceId === evidenceId)
  if (!main) return []
  const offers: JoinOffer[] = []
  for (const other of all) {
    const share = other === main ? 0 : await overlap(main, other)
    const joinedAs = share === 0 ? null : await joined(main, other)
    const { evidenceId: id, evidence, format } = other
    if (share !== 0) offers.push({ evidenceId: id, name: evidence.name, format, share, joinedAs })
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

async function joined(main: Parent, other: Parent): Promise<string | null> {
  const key = { evidenceId: main.evidenceId, readerVersion: joinedReader(main, other) }
  return (await db.dataset.findUnique({ where: { evidenceId_readerVersion: key }, select: { id: true } }))?.id ?? null
}
