/** How far the work on an evidence item or an analysis run is, for a page that stays open or was loaded again. */

import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { evidenceItem } from './queries'

export type ProgressNow = {
  /** What is under way; null once nothing more is to come without somebody asking for it. */
  phase: 'sealing' | 'reading' | 'analysis' | null
  /** Null while the work waits for its turn. */
  step: { name: string; done: number; total: number | null; unit: string; since: string } | null
}

/** Progress of the item or run with this id; `not-found` out of scope. */
export async function progressOf(actor: Actor, subjectId: string): Promise<ProgressNow> {
  const phase = await phaseOf(actor, subjectId)
  const note = phase && (await db.jobProgress.findUnique({ where: { subjectId } }))
  if (!note) return { phase, step: null }
  const { step: name, done, total, unit, startedAt } = note
  const amounts = { done: Number(done), total: total === null ? null : Number(total) }
  return { phase, step: { name, ...amounts, unit, since: startedAt.toISOString() } }
}

async function phaseOf(actor: Actor, id: string): Promise<ProgressNow['phase']> {
  const run = await db.analysisRun.findFirst({ where: { id, case: within(actor) }, select: { state: true } })
  if (run) return run.state === 'QUEUED' || run.state === 'RUNNING' ? 'analysis' : null
  const item = await evidenceItem(actor, id).catch((error) => {
    if (error instanceof AppError && error.code === 'not-found')
      throw new AppError('not-found', 'There is no such work, or it is not open to you.')
    throw error
  })
  if (item.state === 'SEALING') return 'sealing'
  return item.reading === 'under-way' ? 'reading' : null
}
