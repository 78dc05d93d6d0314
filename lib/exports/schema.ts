/** What may be asked of an export. Isomorphic. */

import { z } from 'zod'

const formats = ['PDF', 'JSON'] as const
export type Format = (typeof formats)[number]

const ticked = z
  .union([z.boolean(), z.literal('on'), z.undefined()])
  .transform((value) => value === true || value === 'on')

export const exportSummary = z.object({
  number: z.string(),
  format: z.enum(formats, 'Choose PDF or JSON.').default('PDF'),
  /** The appendix of all account identifiers; their count and the hash of their list are always there. */
  accounts: ticked,
  /** The appendix of cited rows; their numbers are always there. */
  rows: ticked,
})
export type ExportSummary = z.infer<typeof exportSummary>

export type SummaryOptions = Pick<ExportSummary, 'accounts' | 'rows'>
