/** One truth for "may I": a rule gives a sentence why not, or null. The button shows it, the command throws it. */

import { AppError } from './errors'

/** Throws `forbidden` with the rule's own sentence when there is one. */
export function must(reason: string | null): void {
  if (reason !== null) throw new AppError('forbidden', reason)
}

/** The thing itself, or `not-found`: what is out of scope and what does not exist look the same. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined)
    throw new AppError('not-found', `There is no such ${what}, or it is not open to you.`)
  return thing
}
