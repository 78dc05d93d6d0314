/** A plan of a comparison as it is frozen: what will be compared, on which prompts, how, and by which rule it will be read. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { promptSetSchema, samplingSchema } from '@/lib/collection/collection-request'
import { canonicalText } from '@/lib/custody/canonical'

const planBody = z.object({
  format: z.literal('touchstone-plan/1'),
  suspect: z.string(),
  /** Each lineage with the snapshots of it that will be compared. */
  candidates: z.array(z.object({ lineage: z.string(), models: z.array(z.string()) })),
  controls: z.array(z.string()),
  /** Those of the controls that are versions of the suspect from before it could have seen a candidate's output. */
  olderSuspects: z.array(z.string()),
  /** Null where the plan leaves the prompts to the files that are compared. */
  prompts: promptSetSchema.nullable(),
  sampling: samplingSchema,
  method: z.object({
    version: z.string(),
    profile: z.string().nullable(),
    seed: z.number().int(),
    samples: z.number().int(),
  }),
  power: z.object({ wanted: z.number(), promptsNeeded: z.number().int().nullable(), reachable: z.number().nullable() }),
  /** What the design lacked when it was registered, in sentences. */
  gaps: z.array(z.string()),
  /** Why these models and prompts, in the analyst's words. */
  reasons: z.string(),
})

export type Plan = z.infer<typeof planBody>

/** The plan that a stored body says. Throws when it is none of ours. */
export function readPlan(body: string): Plan {
  return planBody.parse(JSON.parse(body))
}

/** Its canonical JSON (RFC 8785). */
export const planText = (plan: Plan): string => canonicalText(planBody.parse(plan))

/** SHA-256 over a plan's canonical JSON. */
export const planHash = (body: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(body).digest())
