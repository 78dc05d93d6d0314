/** How far a run is: an operational note that survives a reload and ends with the run. */

import { now } from '@/lib/platform/clock'
import { touch } from '@/lib/platform/db'

export type ProgressNote = { step: string; done: number; total: number | null; unit: string }
export type NoteProgress = (note: ProgressNote) => Promise<void>

const atMostEveryMs = 500

/** Writes notes of a run's progress, at most two a second; a new step is always written. */
export function progressOf(runId: string): NoteProgress {
  let last = { at: 0, step: '' }
  const startedAt = now()
  return async ({ step, done, total, unit }) => {
    if (step === last.step && Date.now() - last.at < atMostEveryMs) return
    last = { at: Date.now(), step }
    const data = { step, done: BigInt(done), total: total === null ? null : BigInt(total), unit, updatedAt: now() }
    await touch(({ jobProgress }) =>
      jobProgress.upsert({
        where: { subjectId: runId },
        update: data,
        create: { ...data, subjectId: runId, startedAt },
      }),
    )
  }
}

/** Takes the note away once the run ended or waits for its next attempt. */
export async function endProgress(runId: string): Promise<void> {
  await touch(({ jobProgress }) => jobProgress.deleteMany({ where: { subjectId: runId } }))
}
