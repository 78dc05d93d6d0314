/** What a failed engine call means to the person who waits for it. */

import { AppError } from './errors'

const limitCodes: Record<string, string> = {
  '241':
    'This needs more memory than the log engine may use. Narrow the selection, or raise the limit in the settings.',
  '159': 'This took longer than the log engine allows. Narrow the selection and try again.',
  '160': 'This took longer than the log engine allows. Narrow the selection and try again.',
  '394': 'The log engine ended this query because it was no longer wanted or took too long. Try again.',
}

const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])

/** True when nothing listens at the address: the call never reached the engine and can be made again. */
export function neverArrived(error: unknown): boolean {
  return codeOf(error) === 'ECONNREFUSED'
}

/** An `AppError` for a dead engine, a refused key, a missing object or a limit; anything else is a fault of ours and comes back as it is. */
export function engineFailure(error: unknown): unknown {
  const code = codeOf(error)
  const limit = code === undefined ? undefined : limitCodes[code]
  if (limit) return new AppError('limit-exceeded', limit, { cause: error })
  if (code === '499') {
    const sentence =
      'The log engine could not read an object: it is not copied there yet, or its keys are refused. Tell your administrator.'
    return new AppError('unavailable', sentence, { cause: error })
  }
  if (code === '516' || code === '194') {
    return new AppError('unavailable', 'The log engine did not accept our key. Tell your administrator.', {
      cause: error,
    })
  }
  if (isConnectionLoss(error)) {
    const sentence =
      'The log engine stopped or cannot be reached. It is being started again: try once more in a moment.'
    return new AppError('unavailable', sentence, { cause: error })
  }
  return error
}

/** True when the engine ended or went out of reach before its answer was whole. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined && connectionCodes.has(code)) return true
  return error instanceof Error && /socket hang up|^aborted$|Timeout error|premature close/i.test(error.message)
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return code === undefined ? undefined : String(code)
}
