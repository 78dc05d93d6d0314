/** Requests to endpoints: only to listed hosts at public addresses, no redirect followed, whole or with the reason why not. */

import { lookup } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { now } from '@/lib/platform/clock'
import { isPublicAddress } from './address-rules'
import { type Exchange, type Fault, keptBody, keptHeaders } from './exchange'
import { hostOf } from './host-of'

export type Guard = {
  hosts: ReadonlySet<string>
  /** True where the administrator's environment lets requests go to loopback and private addresses, and by plain http. */
  allowPrivate: boolean
  /** From the first byte sent to the last received. */
  timeoutMs: number
  maxBytes: number
  /** Removed from whatever comes back. */
  key: string
}

/** What ends a request without an answer; the exchange says the same. */
export class NoAnswer extends Error {
  constructor(readonly fault: Fault) {
    super(`no answer: ${fault}`)
  }
}

export type GuardedFetch = { fetch: typeof fetch; close: () => void }

/**
 * A `fetch` for one asking after another. `onExchange` hears each exchange, also those that failed, before the caller does. Which
 * addresses a name stands for is checked on the connection itself, so that a name cannot be public when asked and private when used.
 */
export function guardedFetch(guard: Guard, onExchange: (exchange: Exchange) => void): GuardedFetch {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }
  const send = async (input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input)
    const sent = typeof init.body === 'string' ? init.body : ''
    const [at, began] = [now().toISOString(), performance.now()]
    const answer = await attempt(url, { ...init, body: sent }, guard, agents)
    const { status, headers, bytes, fault } = answer
    const ms = Math.round(performance.now() - began)
    const body = keptBody(bytes, guard.key)
    onExchange({ at, ms, url: url.href, request: sent, status, headers: keptHeaders(headers), ...body, fault })
    if (fault !== null || status === null) throw new NoAnswer(fault ?? 'unreachable')
    const whole = status === 204 || status === 205 || status === 304 ? null : new Uint8Array(bytes)
    return new Response(whole, { status, headers: plainHeaders(headers) })
  }
  return { fetch: send, close: () => [agents['http:'], agents['https:']].forEach((agent) => void agent.destroy()) }
}

type Headers = Record<string, string | string[] | undefined>
type Answer = { status: number | null; headers: Headers; bytes: Buffer; fault: Fault | null }
type Agents = { 'http:': HttpAgent; 'https:': HttpsAgent }

async function attempt(url: URL, init: RequestInit, guard: Guard, agents: Agents): Promise<Answer> {
  const answer: Answer = { status: null, headers: {}, bytes: Buffer.alloc(0), fault: null }
  if (!mayGo(url, guard)) return { ...answer, fault: 'not-allowed' }
  const signal = AbortSignal.timeout(guard.timeoutMs)
  try {
    const response = await open(url, init, { guard, agents, signal })
    answer.status = response.statusCode ?? null
    answer.headers = response.headers
    answer.fault = await readInto(answer, response, guard.maxBytes)
    if (answer.fault === null && answer.status && answer.status >= 300 && answer.status < 400) answer.fault = 'redirect'
  } catch (error) {
    answer.fault = faultOf(error, signal, answer.status)
  }
  return answer
}

/** Closed by name and, for a host that is written as an address, by number; other names are checked when they are looked up. */
function mayGo(url: URL, { hosts, allowPrivate }: Guard): boolean {
  if (!hosts.has(hostOf(url.href) ?? '')) return false
  if (allowPrivate) return true
  const name = url.hostname.replace(/^\[|\]$/g, '')
  return url.protocol === 'https:' && (isIP(name) === 0 || isPublicAddress(name))
}

type Way = { guard: Guard; agents: Agents; signal: AbortSignal }

function open(url: URL, init: RequestInit, { guard, agents, signal }: Way): Promise<IncomingMessage> {
  const isPlain = url.protocol === 'http:'
  const options = {
    method: init.method ?? 'POST',
    headers: { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity' },
    agent: agents[isPlain ? 'http:' : 'https:'],
    lookup: guard.allowPrivate ? undefined : publicLookup,
    signal,
  }
  return new Promise((resolve, reject) => {
    const request = (isPlain ? httpRequest : httpsRequest)(url, options, resolve)
    request.on('error', reject)
    request.end(init.body)
  })
}

class NotPublic extends Error {}

const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return done(new NotPublic(), '')
    return options.all ? done(null, addresses) : done(null, first.address, first.family)
  })
}

async function readInto(answer: Answer, response: IncomingMessage, maxBytes: number): Promise<Fault | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) return 'too-large'
      chunks.push(chunk)
    }
    return null
  } finally {
    answer.bytes = Buffer.concat(chunks)
  }
}

function faultOf(error: unknown, signal: AbortSignal, status: number | null): Fault {
  if (error instanceof NotPublic) return 'not-allowed'
  if (signal.aborted) return 'timeout'
  return status === null ? 'unreachable' : 'cut'
}

function plainHeaders(headers: Headers): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name === 'transfer-encoding'
      ? []
      : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  )
}
