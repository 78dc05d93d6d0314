/** What is wrong with an evidence item as a whole; other refusals, inside an archive, concern one member alone. */

import { AppError } from '@/lib/platform/errors'

/** Ends the reading of the whole item. */
export class ItemFault extends AppError {}

/** How deep in an archive something lies; null names the item itself. */
export type Place = { name: string | null }

/** The refusal of what lies at `place`: of the whole item, or of one member. */
export const refusalAt = ({ name }: Place, sentence: string, cause?: unknown): AppError =>
  name === null ? new ItemFault('unsupported', sentence, { cause }) : new AppError('unsupported', sentence, { cause })

/** The refusal of something that is not what its format promises. */
export const damageAt = (place: Place, what: string, cause?: unknown): AppError =>
  refusalAt(place, `The ${what} of this file is broken or cut off. Export it again and use the new file.`, cause)

/** Whether `error` says something about one member only, so that the others can be read. */
export const concernsMember = (error: unknown): error is AppError =>
  error instanceof AppError &&
  !(error instanceof ItemFault) &&
  (error.code === 'unsupported' || error.code === 'invalid-input')
