/** What may be entered into the terms ledger. */

import { z } from 'zod'
import { plainLine } from '@/lib/platform/plain-line'

const day = (missing: string) => z.iso.date(missing).transform((text) => new Date(`${text}T00:00:00Z`))
const lastDay = z
  .union([z.literal('').transform(() => null), z.null(), day('Give the last day in force.')])
  .optional()
  .transform((value) => value ?? null)

export const addDocument = z.object({
  provider: plainLine.pipe(z.string().min(1, 'Name the provider whose terms these are.').max(120)),
  title: plainLine.pipe(z.string().min(1, 'Give the document its title.').max(200)),
})

const text = z.string().trim().min(20, 'Paste the whole text of this version.').max(2_000_000, 'That text is too long.')
const label = plainLine.pipe(z.string().min(1, 'Give the version a label, such as its date.').max(80))
const source = plainLine.pipe(z.string().max(500)).default('')

/** Clauses as they are entered: number, title, text, and one yes/no question per line. */
const clause = z.object({
  number: plainLine.pipe(z.string().min(1, 'Give the clause its number.').max(40)),
  title: plainLine.pipe(z.string().min(1, 'Give the clause a short title.').max(200)),
  text: z.string().trim().min(10, 'Copy the text of the clause.').max(20_000),
  elements: z.array(plainLine.pipe(z.string().min(3).max(500))).max(20, 'A clause has at most 20 elements.'),
})
export type ClauseInput = z.infer<typeof clause>

const clauses = z
  .string()
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      context.addIssue('The clauses could not be read. Reload the page and try again.')
      return z.NEVER
    }
  })
  .pipe(z.array(clause).min(1, 'Enter at least one clause.').max(100))

const version = {
  label,
  text,
  source,
  inForceFrom: day('Give the first day in force.'),
  inForceUntil: lastDay,
  clauses,
}

export const addVersion = z.object({ documentId: z.uuid(), ...version })
export const changeVersion = z.object({ versionId: z.uuid(), ...version })
export const endVersion = z.object({ versionId: z.uuid(), inForceUntil: day('Give the last day in force.') })
export type VersionInput = Omit<z.infer<typeof addVersion>, 'documentId'>
