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

/** A refusal that a person may read: `publicMessage` says what happened and what to do; `cause` is only logged. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly publicMessage: string
  /** How Next knows a page that is not there: with it a thrown `not-found` shows the page for that, with status 404. */
  readonly digest: string | undefined

  constructor(code: ErrorCode, publicMessage: string, options?: { cause?: unknown }) {
    super(publicMessage, options)
    this.name = 'AppError'
    this.code = code
    this.publicMessage = publicMessage
    this.digest = code === 'not-found' ? 'NEXT_HTTP_ERROR_FALLBACK;404' : undefined
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
