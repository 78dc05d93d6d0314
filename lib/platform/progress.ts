/** How far long work is: an operational note per subject, written at most once a second, that a reload finds again. */

import { now } from './clock'
import { touch } from './db'

export type Step = { step: string; done: number; total: number | null; unit: string }

export type ProgressNote = {
  /** Notes where the work is; what comes faster than once a second is dropped, except the start of another step. */
  note: (step: Step) => void
  /** Waits for the last note and takes it away: the work is over. */
  end: () => Promise<void>
}

const interval = 1000

/** A note about the work on `subjectId`, an evidence item or a run. Failing to write it never disturbs the work. */
export function progressNote(subjectId: string): ProgressNote {
  let last: { step: string; startedAt: Date; at: number } | null = null
  let writing: Promise<unknown> = Promise.resolve()
  const write = ({ step, done, total, unit }: Step, startedAt: Date) => {
    const data = { step, done: BigInt(Math.floor(done)), total: total === null ? null : BigInt(total), unit, startedAt }
    const updatedAt = now()
    return touch(({ jobProgress }) =>
      jobProgress.upsert({
        where: { subjectId },
        create: { subjectId, ...data, updatedAt },
        update: { ...data, updatedAt },
      }),
    )
  }
  return {
    note: (step) => {
      const same = last?.step === step.step
      if (same && last && performance.now() - last.at < interval) return
      const startedAt = same && last ? last.startedAt : now()
      last = { step: step.step, startedAt, at: performance.now() }
      writing = writing.then(() => write(step, startedAt)).catch(() => undefined)
    },
    end: async () => {
      await writing
      await touch(({ jobProgress }) => jobProgress.deleteMany({ where: { subjectId } })).catch(() => undefined)
    },
  }
}
