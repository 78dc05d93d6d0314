/** Makes the canonical record of one request: identifiers, tokens, latency, status, session. Nulls are left out. */

import { Random } from '../random'
import type { Account } from './account'
import type { Exchange } from './exchanges'
import type { LogPlan } from './plan'

export interface LogRecord {
  timestamp: string
  request_id: string
  session_id?: string
  org_id?: string
  account_id: string
  user_id?: string
  api_key_id: string
  ip: string
  asn: string
  country: string
  user_agent: string
  model: string
  system_prompt?: string
  prompt: string
  response?: string
  input_tokens: number
  output_tokens: number
  reasoning_tokens?: number
  cached_tokens?: number
  latency_ms: number
  status: number
  finish_reason?: string
  temperature?: number
  top_p?: number
  max_tokens?: number
  plan: string
  payment_ref?: string
  email_domain: string
  account_created_at: string
  extra: string
}

const charactersPerToken = 4.1
const sessionGap = 15 * 60_000
const mark = '{"synthetic":true}'
const failures: readonly (readonly [number, number])[] = [
  [429, 0.004],
  [500, 0.002],
  [400, 0.003],
]

interface Session {
  id: string
  last: number
  key: string
  user: string | undefined
  address: number
  client: string
  model: string
}

/** Keeps what lasts over requests: the open session of each account, its key, user, address and client. */
export class Recorder {
  private readonly random: Random
  private readonly ids: Random
  private readonly sessions = new Map<Account, Session>()
  private readonly release: number

  constructor(plan: LogPlan) {
    this.random = new Random(plan.seed, 'records')
    this.ids = new Random(plan.idSeed, 'requests')
    this.release = Date.parse(plan.start) + plan.days * 0.6 * 86_400_000
  }

  /** The record of an exchange at `time` (ms since 1970); without `status` a few requests fail as they do anywhere. */
  record(account: Account, exchange: Exchange, time: number, status = this.drawStatus()): LogRecord {
    const session = this.sessionOf(account, exchange, time)
    const address = account.addresses[session.address]
    return {
      timestamp: new Date(time).toISOString(),
      request_id: `req_${this.ids.token(12)}`,
      session_id: exchange.family === 'chat' || exchange.family === 'support' ? session.id : undefined,
      org_id: account.orgId ?? undefined,
      account_id: account.id,
      user_id: session.user,
      api_key_id: session.key,
      ip: address?.ip ?? '',
      asn: address?.asn ?? '',
      country: account.country,
      user_agent: session.client,
      model: session.model,
      system_prompt: exchange.system ?? undefined,
      prompt: exchange.prompt,
      ...this.outcome(exchange, status, session.model),
      temperature: exchange.temperature ?? undefined,
      top_p: exchange.topP ?? undefined,
      max_tokens: exchange.maxTokens ?? undefined,
      plan: account.plan,
      payment_ref: account.paymentRef ?? undefined,
      email_domain: account.emailDomain,
      account_created_at: new Date(account.createdAt).toISOString(),
      extra: mark,
    }
  }

  private outcome({ system, prompt, response, maxTokens }: Exchange, status: number, model: string) {
    const input = tokens(prompt) + (system ? tokens(system) : 0)
    const answered = status === 200
    const whole = tokens(response)
    const output = answered ? Math.min(whole, maxTokens ?? whole) : 0
    const pace = this.random.logNormal(1, 0.3)
    return {
      response: answered
        ? output < whole
          ? response.slice(0, Math.floor(output * charactersPerToken))
          : response
        : undefined,
      input_tokens: input,
      output_tokens: output,
      reasoning_tokens:
        answered && model === 'orion-2-deep' ? Math.round(output * this.random.logNormal(3, 0.6)) : undefined,
      cached_tokens: answered && system && this.random.chance(0.4) ? tokens(system) : undefined,
      latency_ms: Math.round((answered ? 240 + output * 14 : 35) * pace),
      status,
      finish_reason: answered ? (output < whole ? 'length' : 'stop') : undefined,
    }
  }

  private drawStatus(): number {
    let chance = this.random.unit()
    for (const [status, probability] of failures) {
      chance -= probability
      if (chance < 0) return status
    }
    return 200
  }

  private sessionOf(account: Account, exchange: Exchange, time: number): Session {
    const open = this.sessions.get(account)
    if (open && time - open.last < sessionGap) {
      open.last = time
      return open
    }
    const random = this.random
    const drawn = { key: random.below(account.keys.length), user: random.below(Math.max(1, account.users.length)) }
    const session: Session = {
      id: `ses_${this.ids.token(8)}`,
      last: time,
      key: account.keys[drawn.key] as string,
      user: account.users[drawn.user],
      address: random.below(account.addresses.length),
      client: random.pick(account.clients),
      model: this.modelOf(account, exchange, time),
    }
    this.sessions.set(account, session)
    return session
  }

  /** A new model appears at 60 % of the period: customers move over slowly, the collector half at once. */
  private modelOf(account: Account, exchange: Exchange, time: number): string {
    const days = (time - this.release) / 86_400_000
    const share = days < 0 ? 0 : account.role === 'campaign' ? 0.5 : Math.min(0.3, days * 0.025)
    if (this.random.chance(share)) return 'orion-3'
    return exchange.topP === null ? account.model : 'orion-2-deep'
  }
}

const tokens = (text: string) => Math.ceil(text.length / charactersPerToken)
