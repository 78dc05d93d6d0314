/** What may be imported as reference data. Isomorphic. */

import { z } from 'zod'
import { plainLine, plainText } from '@/lib/platform/plain-line'

export const referenceKinds = ['PROMPT_SET', 'RELEASE_CALENDAR'] as const
export type ReferenceKindName = (typeof referenceKinds)[number]

export const mostFileBytes = 8 * 1024 ** 2

const name = plainLine.pipe(
  z.string().min(3, 'Give it a name that results can cite.').max(120, 'A name has at most 120 characters.'),
)
const source = plainLine.pipe(
  z.string().min(3, 'Say where it was taken from, so that others can find the same.').max(500),
)
const licence = plainLine.pipe(z.string().max(200)).default('')
const file = z
  .instanceof(File, { error: 'Choose a file that is not empty.' })
  // A form sends an empty file when none was chosen.
  .refine(({ size }) => size > 0, 'Choose a file that is not empty.')
  .refine(
    ({ size }) => size <= mostFileBytes - 64 * 1024,
    'The file is larger than 8 MB. Pack it with gzip, or import it in parts.',
  )

export const importPromptSet = z.object({
  ...{ name, source, licence, file },
  hashesOnly: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
export type ImportPromptSet = z.infer<typeof importPromptSet>

export const importCalendar = z.object({ name, source, licence, file })
export type ImportCalendar = z.infer<typeof importCalendar>

export const withdrawReference = z.object({
  referenceId: z.guid('That is not one of our identifiers.'),
  reason: plainText.min(3, 'Say why, in a sentence: it stays in the record.').max(1000),
})
export type WithdrawReference = z.infer<typeof withdrawReference>
