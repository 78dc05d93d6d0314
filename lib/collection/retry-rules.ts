/** What an exchange means for its prompt: an answer, another try after a wait, giving it up, or stopping for all. Pure. */

import type { Exchange } from './exchange'

export type Meaning =
  | { kind: 'answer' }
  | { kind: 'again'; waitMs: number }
  | { kind: 'give-up'; why: string }
  | { kind: 'stop'; why: string }

export type Patience = { attempts: number; baseMs: number; longestMs: number }

export const patience: Patience = { attempts: 6, baseMs: 1000, longestMs: 300_000 }

/**
 * Judges attempt number `attempt` (from 1). Waits are what the endpoint asks for (Retry-After, in seconds or as a date), else
 * `baseMs` doubled with each attempt; never more than `longestMs`. `isRead` says whether the body held an answer.
 */
export function meaningOf(exchange: Exchange, isRead: boolean, attempt: number, how: Patience): Meaning {
  const { status, fault } = exchange
  if (fault === 'not-allowed') return { kind: 'stop', why: notAllowed }
  if (fault === 'redirect')
    return { kind: 'stop', why: 'The endpoint sent us to another address; redirects are not followed.' }
  if (fault === null && status !== null) {
    if (isRead && status < 300) return { kind: 'answer' }
    if (status === 401 || status === 403 || status === 404) return { kind: 'stop', why: refusals[status] }
    if (status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status))
      return { kind: 'give-up', why: `status ${status}` }
  }
  const why = fault ?? (status !== null && status < 300 ? 'an answer that cannot be read' : `status ${status}`)
  if (attempt >= how.attempts) return { kind: 'give-up', why }
  return { kind: 'again', waitMs: Math.min(how.longestMs, askedFor(exchange) ?? how.baseMs * 2 ** (attempt - 1)) }
}

const givenUp: Readonly<Record<string, string>> = {
  timeout: 'no answer within the longest wait',
  cut: 'an answer that was cut off',
  unreachable: 'no connection to the endpoint',
  'too-large': 'an answer that is too large',
}

/** Why a prompt was given up, in words for a sentence: "no connection to the endpoint", "status 500". */
export const givenUpFor = (why: string): string => givenUp[why] ?? why

const notAllowed =
  'The endpoint’s host is not on the list of allowed hosts, or its address is not a public one. Ask an administrator.'
const refusals = {
  401: 'The endpoint does not take the key (status 401). Ask a lead to give it again.',
  403: 'The endpoint refuses this key the model (status 403). Ask a lead about the key’s rights.',
  404: 'The endpoint knows no such model or address (status 404). Start again with the right one.',
}

/** Milliseconds that the endpoint asks us to wait, by RFC 9110 section 10.2.3 or in its own header; null when it says nothing. */
function askedFor({ headers, at, ms }: Exchange): number | null {
  const own = Number(headers['retry-after-ms'] ?? Number.NaN)
  if (Number.isFinite(own) && own >= 0) return own
  const said = headers['retry-after']
  if (said === undefined) return null
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said) * 1000
  const until = Date.parse(said) - (Date.parse(at) + ms)
  return Number.isFinite(until) ? Math.max(0, until) : null
}
