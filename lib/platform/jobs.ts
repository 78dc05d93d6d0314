/** The contract between who enqueues a job and who handles it: a name and a schema for its payload. */

import type { z } from 'zod'

export type Job<Payload> = { name: string; payload: z.ZodType<Payload>; maxAttempts: number }

/** Declares a job. `maxAttempts` counts every start, the first included; handlers must bear being run twice. */
export function defineJob<Payload>(name: string, payload: z.ZodType<Payload>, maxAttempts = 8): Job<Payload> {
  return { name, payload, maxAttempts }
}
