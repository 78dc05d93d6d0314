/** How far long work is: an operational note per subject, written about once a second, that a reload finds again. */

import { now } from './clock'
import { touch } from './db'

export type Step = { step: string; done: number; total: number | null; unit: string }

export type ProgressNote = {
  /**
   * Notes where the work is. Of what comes faster than once a second the last is written, and each new step at once: who waits
   * for the answer knows a new step written before the work keeps this process to itself.
   */
  note: (step: Step) => Promise<unknown>
  /** Waits for the last note and takes it away: the work is over. */
  end: () => Promise<void>
}

const interval = 1000

/** A note about the work on `subjectId`, an evidence item or a run. Failing to write it never disturbs the work. */
export function progressNote(subjectId: string): ProgressNote {
  let present: { step: string; startedAt: Date } | null = null
  let latest: Step | null = null
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<unknown> = Promise.resolve()
  const write = () => {
    timer = undefined
    if (!latest || !present) return
    const { startedAt } = present
    const step = latest
    latest = null
    writing = writing.then(() => store(subjectId, step, startedAt)).catch(() => undefined)
    timer = setTimeout(write, interval).unref()
  }
  return {
    note: (step) => {
      const isNew = present?.step !== step.step
      if (isNew) present = { step: step.step, startedAt: now() }
      latest = step
      if (isNew) clearTimeout(timer)
      if (isNew || !timer) write()
      return isNew ? writing : Promise.resolve()
    },
    end: async () => {
      clearTimeout(timer)
      await writing
      await touch(({ jobProgress }) => jobProgress.deleteMany({ where: { subjectId } })).catch(() => undefined)
    },
  }
}

function store(subjectId: string, { step, done, total, unit }: Step, startedAt: Date) {
  const amounts = { done: BigInt(Math.floor(done)), total: total === null ? null : BigInt(Math.floor(total)) }
  const data = { step, unit, startedAt, ...amounts, updatedAt: now() }
  return touch(({ jobProgress }) =>
    jobProgress.upsert({ where: { subjectId }, create: { subjectId, ...data }, update: data }),
  )
}
