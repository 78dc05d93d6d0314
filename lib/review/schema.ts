/** What may be entered while a case moves from submission to its end. */

import { z } from 'zod'
import { plainText } from '@/lib/platform/plain-line'

const number = z.string()
const reason = plainText.min(3, 'Give a reason; it goes into the record.').max(5000, 'Use at most 5,000 characters.')
const snapshot = z.string().regex(/^[0-9a-f]{64}$/, 'Reload the page and look at the case again before deciding.')

export const dismissalOutcomes = {
  'no-breach': 'No breach',
  'insufficient-evidence': 'Insufficient evidence',
  'innocent-explanation': 'Innocent explanation holds',
  duplicate: 'Duplicate of another case',
} as const

export const closingOutcomes = {
  'access-ended': 'Access ended',
  warned: 'Warned',
  settled: 'Settled',
  'referred-to-counsel': 'Referred to counsel',
  'no-further-action': 'No further action',
} as const

export const actions = {
  'end-access': 'End access',
  'limit-access': 'Limit access',
  'send-notice': 'Send a notice',
  'refer-to-counsel': 'Refer to counsel',
} as const

const keysOf = <K extends string>(record: Record<K, string>) => Object.keys(record) as [K, ...K[]]

export const oneCase = z.object({ number })
export const caseWithReason = z.object({ number, reason })
/** The grounds of an approval may be left out: the snapshot says what was approved. */
export const approve = z.object({
  number,
  snapshot,
  reason: plainText.max(5000, 'Use at most 5,000 characters.').default(''),
})
export const decideWithReason = z.object({ number, snapshot, reason })
export const dismiss = z.object({
  number,
  snapshot,
  reason,
  outcome: z.enum(keysOf(dismissalOutcomes), 'Choose an outcome.'),
})
export const act = z.object({
  number,
  action: z.enum(keysOf(actions), 'Choose what is done.'),
  notice: plainText.min(20, 'Write the notice that goes out.').max(20_000, 'Use at most 20,000 characters.'),
})
export const close = z.object({ number, outcome: z.enum(keysOf(closingOutcomes), 'Choose an outcome.'), note: reason })
export const note = z.object({
  number,
  text: plainText.min(1, 'Write the note.').max(20_000, 'Use at most 20,000 characters.'),
})
