/** The forms of endpoints and collections, as they are checked on the server. */

import { z } from 'zod'
import { plainLine, plainText } from '@/lib/platform/plain-line'
import { plainHost } from './host-of'

export const providers = ['OPENAI_COMPATIBLE', 'ANTHROPIC', 'GEMINI', 'BEDROCK', 'AZURE'] as const
export type Provider = (typeof providers)[number]

export const providerNames: Record<Provider, string> = {
  OPENAI_COMPATIBLE: 'OpenAI-compatible',
  ANTHROPIC: 'Anthropic',
  GEMINI: 'Gemini',
  BEDROCK: 'Amazon Bedrock',
  AZURE: 'Azure OpenAI',
}

const id = z.guid('That is not one of our identifiers.')
const oneLine = (what: string, most = 200) =>
  plainLine.pipe(z.string().min(1, `${what} is needed.`).max(most, `${what} has at most ${most} characters.`))
/** White space around a pasted key is nobody's intention; inside of it nothing is changed. */
const key = z.string().trim().max(4000, 'A key has at most 4000 characters.').default('')

const host = z.string().transform((written, context) => {
  const plain = plainHost(written)
  if (plain !== null) return plain
  context.addIssue('Write one host, like api.example.com or models.example.com:8443.')
  return z.NEVER
})

export const hostSchema = z.object({ host })

export const registerEndpointSchema = z
  .object({
    name: oneLine('A name', 120),
    provider: z.enum(providers, 'Choose whose interface it speaks.'),
    baseUrl: z
      .url({ protocol: /^https?$/, error: 'Write the whole address, like https://api.example.com/v1.' })
      .max(500)
      .refine((url) => !/[?#]|\/\/[^/]*@/.test(url), 'Leave out name, password, question mark and #.'),
    variant: z.string().trim().max(60).default(''),
    key,
  })
  .refine(({ provider, variant }) => provider !== 'BEDROCK' || variant !== '', {
    path: ['variant'],
    message: 'Name the region, like us-east-1.',
  })
  .refine(({ provider, key: given }) => provider === 'OPENAI_COMPATIBLE' || given !== '', {
    path: ['key'],
    message: 'This provider asks for a key.',
  })

export const replaceKeySchema = z.object({ endpointId: id, key: key.pipe(z.string().min(1, 'Give the new key.')) })
export const oneEndpointSchema = z.object({ endpointId: id })

const whole = (label: string, least: number, most: number) =>
  z.coerce
    .number({ error: `${label} is a whole number.` })
    .int(`${label} is a whole number.`)
    .min(least, `${label} is ${least} or more.`)
    .max(most, `${label} is at most ${most}.`)
const limit = (label: string) =>
  z.union([z.literal('').transform(() => null), whole(label, 1, 1_000_000_000)]).default(null)

export const startCollectionSchema = z.object({
  number: z.string().min(1),
  planId: z.guid('Choose the plan whose prompts are asked.'),
  endpointId: z.guid('Choose an endpoint.'),
  modelId: oneLine('The model’s name at the endpoint'),
  /** Under which name its answers are kept; empty takes the model's name at the endpoint. */
  model: plainLine.pipe(z.string().max(200, 'A name has at most 200 characters.')).default(''),
  concurrency: whole('Requests at a time', 1, 32),
  timeoutSeconds: whole('The longest wait', 1, 900),
  attempts: whole('Tries for each prompt', 1, 20),
  requests: limit('The budget of requests'),
  tokens: limit('The budget of tokens'),
})

export const oneCollectionSchema = z.object({ number: z.string().min(1), collectionId: id })
export const endCollectionSchema = oneCollectionSchema.extend({
  reason: plainText.min(3, 'Say why it ends early: it stays in the record.').max(2000),
})

export type RegisterEndpoint = z.infer<typeof registerEndpointSchema>
export type StartCollection = z.infer<typeof startCollectionSchema>
