/** A handler: the job it answers to, and the command it calls. It may be called twice for one job. */

import type { Job } from '@/lib/platform/jobs'

/** `count` is 1 the first time. */
export type Attempt = { count: number; isLast: boolean }

export type Handler = { name: string; run: (payload: unknown, attempt: Attempt) => Promise<void> }

/** Binds a job to work; the payload is parsed by the job's own schema before. */
export function defineHandler<P>(job: Job<P>, work: (payload: P, attempt: Attempt) => Promise<unknown>): Handler {
  return {
    name: job.name,
    run: async (payload, attempt) => {
      await work(job.payload.parse(payload), attempt)
    },
  }
}
