/** What a collection was told to ask, of whom, how and within which budget: canonical text, fixed when it is started. */

import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Settings of decoding; null leaves a setting to the endpoint. */
export const samplingSchema = z.object({
  system: z.string(),
  temperature: z.number().nullable(),
  topP: z.number().nullable(),
  maxOutputTokens: z.number().int().nullable(),
  seed: z.number().int().nullable(),
})

export const promptSchema = z.object({ id: z.string(), prompt: z.string() })

/** Prompts of a sealed file and those that the plan adds; `sha256` is over the canonical JSON of all of them in order. */
export const promptSetSchema = z.object({
  evidenceId: z.guid(),
  evidenceName: z.string(),
  evidenceSha256: hash,
  count: z.number().int(),
  sha256: hash,
  /** Prompts written to bring out a marker that was planted in a candidate's output. */
  canaries: z.array(promptSchema.extend({ marker: z.string() })),
  /** True with the questions about a model's own name and maker. */
  identityProbes: z.boolean(),
})

const collectionRequest = z.object({
  endpoint: z.object({
    id: z.guid(),
    name: z.string(),
    provider: z.enum(['OPENAI_COMPATIBLE', 'ANTHROPIC', 'GEMINI', 'BEDROCK', 'AZURE']),
    baseUrl: z.string(),
    variant: z.string(),
  }),
  /** The model's name at the endpoint. */
  modelId: z.string(),
  plan: z.object({ id: z.guid(), sha256: hash }),
  prompts: promptSetSchema,
  sampling: samplingSchema,
  pace: z.object({ concurrency: z.number().int(), timeoutSeconds: z.number().int(), attempts: z.number().int() }),
  /** Null sets no limit. Tokens are as the endpoint reports them. */
  budget: z.object({ requests: z.number().int().nullable(), tokens: z.number().int().nullable() }),
})

export type Sampling = z.infer<typeof samplingSchema>
export type Prompt = z.infer<typeof promptSchema>
export type PromptSet = z.infer<typeof promptSetSchema>
export type CollectionRequest = z.infer<typeof collectionRequest>

/** The request that `text` holds. Throws when it is not one of ours. */
export function readCollectionRequest(text: string): CollectionRequest {
  return collectionRequest.parse(JSON.parse(text))
}
