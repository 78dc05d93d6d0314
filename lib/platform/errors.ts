/** Expected refusals carry one public sentence and a closed code; everything else is a fault and stays private. */

const errorCodes = [
  'invalid-input',
  'not-signed-in',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'unsupported',
  'unavailable',
  'limit-exceeded',
] as const

export type ErrorCode = (typeof errorCodes)[number]

const statusByCode: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  unavailable: 503,
  'limit-exceeded': 429,
}

/** The code and the sentence of an expected refusal, out of the digest that reached the browser; null for a fault. */
export function saidOf(digest: string | undefined): { code: ErrorCode; sentence: string } | null {
  const [, name, sentence] = /^touchstone:([a-z-]+):(.+)$/s.exec(digest ?? '') ?? []
  const code = errorCodes.find((each) => each === name)
  return code && sentence ? { code, sentence } : null
}

/** A refusal that a person may read: `publicMessage` says what happened and what to do; `cause` is only logged. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly publicMessage: string
  /**
   * All that Next tells the browser of an error that a page threw. For `not-found` it is how Next knows a page that is not
   * there, with status 404; for the others it carries the public sentence, for `saidOf` to take out.
   */
  readonly digest: string

  constructor(code: ErrorCode, publicMessage: string, options?: { cause?: unknown }) {
    super(publicMessage, options)
    this.name = 'AppError'
    this.code = code
    this.publicMessage = publicMessage
    this.digest = code === 'not-found' ? 'NEXT_HTTP_ERROR_FALLBACK;404' : `touchstone:${code}:${publicMessage}`
  }

  /** The HTTP status that stands for this code. */
  get status(): number {
    return statusByCode[this.code]
  }
}

/** The sentence to show for any thrown thing: an `AppError` speaks for itself, a fault says only that it was one. */
export function publicMessageOf(error: unknown): string {
  return error instanceof AppError
    ? error.publicMessage
    : 'Something failed on our side and nothing was changed. Try again; if it happens again, tell your administrator the time.'
}
