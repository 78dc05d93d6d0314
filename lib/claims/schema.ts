/** What may be entered about claims, citations and innocent explanations. */

import { z } from 'zod'
import { explanationIds } from '@/lib/cases/innocent-explanations'
import { plainText } from '@/lib/platform/plain-line'

const day = (missing: string) => z.iso.date(missing).transform((text) => new Date(`${text}T00:00:00Z`))
const statement = plainText
  .min(10, 'State the conduct in a sentence: who did what.')
  .max(5000, 'Use at most 5,000 characters.')
const number = z.string()

const conduct = {
  clauseId: z.uuid('Choose the clause that was breached.'),
  statement,
  conductFrom: day('Give the first day of the conduct.'),
  conductUntil: day('Give the last day of the conduct.'),
}
const ordered = ({ conductFrom, conductUntil }: { conductFrom: Date; conductUntil: Date }) =>
  conductFrom <= conductUntil
const disordered = { message: 'The last day of the conduct lies before the first.', path: ['conductUntil'] }

export const makeClaim = z.object({ number, ...conduct }).refine(ordered, disordered)
export const changeClaim = z.object({ claimId: z.uuid(), seen: z.string(), ...conduct }).refine(ordered, disordered)
export const oneClaim = z.object({ claimId: z.uuid() })

const blank = z.literal('').transform(() => undefined)
const rowIds = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(
    z
      .array(z.string().regex(/^\d{1,20}$/, 'A row id is a whole number.'))
      .max(5000, 'Cite at most 5,000 rows at once.'),
  )

export const cite = z
  .object({
    claimId: z.uuid('Choose a claim.'),
    element: z.union([blank, z.coerce.number().int().min(0)]).optional(),
    evidenceId: z.union([blank, z.uuid()]).optional(),
    datasetId: z.union([blank, z.uuid()]).optional(),
    rowIds,
    findingId: z.union([blank, z.uuid()]).optional(),
    note: plainText.max(2000, 'Use at most 2,000 characters for the note.').default(''),
  })
  .refine(
    ({ evidenceId, datasetId, findingId }) => [evidenceId, datasetId, findingId].filter(Boolean).length === 1,
    'Cite one thing: an evidence item, rows of a dataset, or a finding.',
  )
  .refine(({ datasetId, rowIds }) => !datasetId || rowIds.length > 0, 'Choose at least one row to cite.')
export type Cite = z.infer<typeof cite>

export const oneCitation = z.object({ citationId: z.uuid() })

export const verdicts = ['RULED_OUT', 'NOT_RULED_OUT', 'NOT_APPLICABLE'] as const
export const verdictNames = {
  RULED_OUT: 'Ruled out',
  NOT_RULED_OUT: 'Not ruled out',
  NOT_APPLICABLE: 'Does not apply',
} as const

export const answerExplanation = z.object({
  number,
  explanation: z.enum(explanationIds),
  verdict: z.enum(verdicts, 'Choose one of the three.'),
  answer: plainText.min(3, 'Say what was checked and what it showed.').max(5000, 'Use at most 5,000 characters.'),
})
