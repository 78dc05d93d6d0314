/** Faults that a person at the terminal can mend are one sentence; everything else keeps its stack. */

/** A sentence for the terminal: what happened and what to do. The process then ends with exit code 1. */
export class Refusal extends Error {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super(sentence, options)
    this.name = 'Refusal'
  }
}

const sentences: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some space and start again; nothing was lost.',
  EACCES:
    'A file or folder may not be read or written by this user. Give this user the right to it, or run as its owner.',
  EPERM: 'A file or folder may not be changed by this user. Give this user the right to it, or run as its owner.',
  EROFS: 'The file system is read-only. Choose a writable data folder with TOUCHSTONE_HOME.',
  ECONNREFUSED: 'The database does not answer. Look whether it runs and whether DATABASE_URL names it rightly.',
  ENOTFOUND: 'The name of the database server is not known. Look at DATABASE_URL.',
  ETIMEDOUT: 'The database does not answer in time. Look whether it runs and whether DATABASE_URL names it rightly.',
  '28P01': 'The database refuses the password. Look at DATABASE_URL and TOUCHSTONE_OWNER_URL.',
  '28000': 'The database refuses the user. Look at DATABASE_URL and TOUCHSTONE_OWNER_URL.',
  '3D000': 'The database does not exist. Create it, or look at DATABASE_URL and TOUCHSTONE_OWNER_URL.',
  '53100': 'The disk of the database is full. Free some space and start again; nothing was lost.',
  '53300': 'The database has no free connection. Stop what uses it, or raise its max_connections.',
  '57P03': 'The database is still starting. Wait a moment and start again.',
}

type Coded = { code?: unknown; path?: unknown; errors?: unknown }

/** The sentence for an error that a person can mend, or null when it is a fault of ours. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof Refusal) return error.message
  if (typeof error !== 'object' || error === null) return null
  const { code, path, errors } = error as Coded
  // A refused connection to a name with several addresses arrives as an AggregateError.
  if (Array.isArray(errors) && errors.length > 0 && typeof code !== 'string') return sentenceFor(errors[0])
  const sentence = typeof code === 'string' ? sentences[code] : undefined
  if (!sentence) return null
  return typeof path === 'string' ? `${sentence} (${path})` : sentence
}

/** Prints what went wrong, a sentence where there is one and the stack only for our own faults, and ends with code 1. */
export function endWith(error: unknown): never {
  const sentence = sentenceFor(error)
  console.error(sentence ?? error)
  process.exit(1)
}
