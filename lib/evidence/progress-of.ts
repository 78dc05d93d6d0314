/** How far the work on an evidence item or an analysis run is, for a page that stays open or was loaded again. */

import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { evidenceItem } from './queries'

export type ProgressNow = {
  /** False once nothing more is to come without somebody asking for it. */
  underWay: boolean
  /** Null while the work waits for its turn. */
  step: { name: string; done: number; total: number | null; unit: string; since: string } | null
}

/** Progress of the item or run with this id; `not-found` out of scope. */
export async function progressOf(actor: Actor, subjectId: string): Promise<ProgressNow> {
  const underWay = await isUnderWay(actor, subjectId)
  const note = underWay ? await db.jobProgress.findUnique({ where: { subjectId } }) : null
  if (!note) return { underWay, step: null }
  const { step: name, done, total, unit, startedAt } = note
  const step = {
    name,
    done: Number(done),
    total: total === null ? null : Number(total),
    unit,
    since: startedAt.toISOString(),
  }
  return { underWay, step }
}

async function isUnderWay(actor: Actor, id: string): Promise<boolean> {
  const run = await db.analysisRun.findFirst({ where: { id, case: within(actor) }, select: { state: true } })
  if (run) return run.state === 'QUEUED' || run.state === 'RUNNING'
  const item = await evidenceItem(actor, id).catch((error) => {
    if (error instanceof AppError && error.code === 'not-found')
      throw new AppError('not-found', 'There is no such work, or it is not open to you.')
    throw error
  })
  return item.state === 'SEALING' || item.reading === 'under-way'
}
