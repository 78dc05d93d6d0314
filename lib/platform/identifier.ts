/** Ids from addresses and forms, before they reach the database. */

import { z } from 'zod'
import { AppError } from './errors'

/** The id as the database takes it. Throws `not-found` for what cannot be an id, as for an id that is nobody's. */
export function identifierOf(id: string, what: string): string {
  if (z.guid().safeParse(id).success) return id
  throw new AppError('not-found', `There is no such ${what}, or it is not open to you.`)
}
