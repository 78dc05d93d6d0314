/** The forms of reference sets, as they are checked on the server. Isomorphic. */

import { z } from 'zod'
import { plainLine } from '@/lib/platform/plain-line'

const id = z.guid('That is not one of our identifiers.')
const many = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .optional()
  .transform((all) => all ?? [])
const note = plainLine.pipe(
  z.string().min(3, 'Say what this version rests on or changes: it stays in the record.').max(300),
)

const relations = z
  .string()
  .max(900_000, 'The relations are longer than 900,000 characters.')
  .refine((text) => text.trim() !== '', 'Give the relations as CSV: model, lineage, family and a column to:LINEAGE.')

export const makeReferenceSet = z.object({
  name: plainLine.pipe(z.string().min(3, 'Give it a name that results can cite.').max(120)),
  number: z.string().min(1),
  models: many,
  relations,
  note,
})
export type MakeReferenceSet = z.infer<typeof makeReferenceSet>

/** `seen` is the version that the form was opened with. */
export const changeRelations = z.object({ setId: id, seen: z.coerce.number().int(), relations, note })
export type ChangeRelations = z.infer<typeof changeRelations>

export const requestCalibration = z.object({ versionId: id })
export type RequestCalibration = z.infer<typeof requestCalibration>
