/** The forms of the analysis pages, as they are checked on the server. */

import { z } from 'zod'
import { plainLine } from '@/lib/platform/plain-line'

const id = z.guid('That is not one of our identifiers.')
const chosen = z.string().trim().min(1)
const many = z
  .union([z.array(chosen), chosen.transform((one) => [one])])
  .optional()
  .transform((all) => all ?? [])

/** Largest seed of a comparison: 2^31 − 1. */
const largestSeed = 2_147_483_647

export const requestComparisonSchema = z.object({
  number: chosen,
  /** A model as `modelKey` writes it. */
  suspect: z.string({ error: 'Choose the suspect: the model that may have learned from another.' }).min(1),
  candidates: many,
  controls: many,
  /** `KIND MODEL`: a model that speaks to another explanation; an empty choice is none. */
  witnesses: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .optional()
    .transform((all) => (all ?? []).filter((one) => one.trim() !== '')),
  /** One a line. */
  canaries: z
    .string()
    .max(4000, 'Markers have at most 4000 characters together.')
    .optional()
    .transform((text) => [...new Set((text ?? '').split('\n').map((line) => line.trim()))].filter(Boolean).sort()),
  /** A document of the case with right answers, by its id. */
  answers: z.string().optional(),
  /** A calibration by its id; empty for the profile that ships. */
  profile: z.string().optional(),
  seed: z.coerce
    .number({ error: 'The seed is a whole number.' })
    .int('The seed is a whole number.')
    .min(0, 'The seed is 0 or more.')
    .max(largestSeed, `The seed is at most ${largestSeed}.`)
    .default(1),
  /** The registered plan that the comparison follows; empty for none. */
  planId: z.union([z.literal('').transform(() => null), id]).optional(),
})

export const requestSignalsSchema = z.object({ number: chosen, datasetIds: many })

export const runAgainSchema = z.object({ number: chosen, runId: id })

const longestStatement = 4000
const statement = z
  .string()
  .trim()
  .min(20, 'Say in a full sentence what was found.')
  .max(longestStatement, `A statement has at most ${longestStatement} characters.`)

export const addFindingSchema = z.object({
  number: chosen,
  runId: id,
  key: chosen,
  title: plainLine.pipe(z.string().min(3, 'Give the finding a title.').max(200, 'A title has at most 200 characters.')),
  statement,
})

/** `seen` is the statement that the form was opened with. */
export const changeFindingSchema = z.object({ number: chosen, findingId: id, statement, seen: z.string() })

export const removeFindingSchema = z.object({ number: chosen, findingId: id })

export const unmaskSchema = z.object({
  number: chosen,
  /** Empty for the rows that name no account. */
  account: z.string().max(1000),
  reason: z
    .string()
    .trim()
    .min(10, 'Say why this customer’s text must be read: at least ten characters, they become part of the record.')
    .max(1000, 'A reason has at most 1000 characters.'),
})

/** `query` is an address of the explorer; what is no parameter of its filters, order or columns is left out. */
export const saveFilterSchema = z.object({
  datasetId: id,
  name: plainLine.pipe(
    z.string().min(1, 'Give the filter a name.').max(80, 'A name has at most 80 characters; say it shorter.'),
  ),
  query: z.string().max(20_000, 'This filter is too long to be kept. Take a value off.'),
})

export const removeFilterSchema = z.object({ filterId: id })

export type SaveFilterForm = z.infer<typeof saveFilterSchema>
export type RemoveFilterForm = z.infer<typeof removeFilterSchema>
export type ComparisonForm = z.input<typeof requestComparisonSchema>
export type ComparisonChoice = z.infer<typeof requestComparisonSchema>
export type AddFindingForm = z.infer<typeof addFindingSchema>
export type ChangeFindingForm = z.infer<typeof changeFindingSchema>
export type RemoveFindingForm = z.infer<typeof removeFindingSchema>
export type UnmaskForm = z.infer<typeof unmaskSchema>
export type RunAgainForm = z.infer<typeof runAgainSchema>
