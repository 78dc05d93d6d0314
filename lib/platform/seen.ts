/** Tells a form that was opened before somebody else saved: it carries what it was opened with, and the command compares. Isomorphic. */

import { AppError } from './errors'

/** Fields by their name in words ("the statement"), each as text. */
type Fields = Readonly<Record<string, string>>

/** The fields as one text, for a hidden field of the form. */
export function seenOf(fields: Fields): string {
  return JSON.stringify(fields)
}

/** Throws `conflict` with what is stored now when that is not what the form was opened with. */
export function mustBeAsSeen(seen: string, stored: Fields): void {
  const before = fieldsOf(seen)
  const changed = Object.entries(stored).filter(([name, value]) => before[name] !== value)
  if (changed.length === 0) return
  const now = changed
    .map(([name, value]) => `${name} is now ${value ? `“${value.slice(0, 200)}”` : 'empty'}`)
    .join('; ')
  throw new AppError(
    'conflict',
    `Somebody saved this while you were editing: ${now}. Your text is kept; reload in another tab, compare, then save again.`,
  )
}

function fieldsOf(seen: string): Fields {
  try {
    return (JSON.parse(seen) ?? {}) as Fields
  } catch {
    return {}
  }
}
