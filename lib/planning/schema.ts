/** The form of a plan, as it is checked on the server: names one a line, settings of decoding, prompts of a sealed file. */

import { z } from 'zod'
import { plainLine, plainText } from '@/lib/platform/plain-line'
import { splitCanaries, splitCandidates, splitLines } from './written-names'

const longestList = 20_000
const list = z.string().max(longestList, 'That list is too long.').default('')
const number = (label: string, least: number, most: number) =>
  z
    .union([z.literal('').transform(() => null), z.coerce.number({ error: `${label} is a number.` })])
    .default(null)
    .pipe(z.number().min(least, `${label} is ${least} or more.`).max(most, `${label} is at most ${most}.`).nullable())
const whole = (label: string, least: number, most: number) =>
  number(label, least, most).pipe(z.number().int(`${label} is a whole number.`).nullable())

const largestSeed = 2_147_483_647

export const registerPlanSchema = z.object({
  number: z.string().min(1),
  name: plainLine.pipe(z.string().min(3, 'Give the plan a name.').max(120, 'A name has at most 120 characters.')),
  suspect: plainLine.pipe(
    z.string().min(1, 'Name the suspect: the model that may have learned from another.').max(200),
  ),
  candidates: list.transform(splitCandidates).refine((all) => all.length > 0, 'Name at least one candidate.'),
  controls: list.transform(splitLines),
  olderSuspects: list.transform(splitLines),
  power: z.coerce.number().min(0).max(1),
  /** The evidence item that holds the prompts; empty leaves them open. */
  promptsFrom: z.union([z.literal('').transform(() => null), z.guid('Choose a file of the case.')]).default(null),
  canaries: list.transform(splitCanaries),
  identityProbes: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
  system: z.string().max(longestList).default(''),
  temperature: number('The temperature', 0, 2),
  topP: number('Top-p', 0, 1),
  maxOutputTokens: whole('The limit of output tokens', 1, 1_000_000),
  samplingSeed: whole('The seed of sampling', 0, largestSeed),
  seed: z.coerce.number().int('The seed is a whole number.').min(0).max(largestSeed).default(1),
  reasons: plainText.max(4000, 'At most 4000 characters.').default(''),
})

export type PlanForm = z.infer<typeof registerPlanSchema>
