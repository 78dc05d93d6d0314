/** Where a page of the explorer ended, as text for an address. */

import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'

const cursorSchema = z.object({
  text: z.string(),
  number: z.string().regex(/^-?\d{1,19}$/),
  row: z.string().regex(/^\d{1,20}$/),
})

/** The sort key of the last row: its text, its number, its row id; integers as text, since they can pass 2^53. */
export type ExplorerCursor = z.infer<typeof cursorSchema>

export const writeCursor = (cursor: ExplorerCursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Throws `AppError` when the text is no cursor of ours. */
export function readCursor(text: string): ExplorerCursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new AppError('invalid-input', 'This page address is not complete. Go back to the first page.', { cause })
  }
}
