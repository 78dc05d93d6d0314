/** Makes the canonical record of one request: identifiers, tokens, latency, status, session. Nulls are left out. */

import { Random } from '../random'
import type { Account } from './account'
import { conversational, type Exchange } from './exchanges'
import type { LogPlan } from './plan'
import { Sessions, type Turn } from './sessions'
import { charactersPerToken, tokens, tokensOf } from './tokens'

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
  /** Earlier turns of the conversation; formats with message lists carry them. */
  history?: Turn[]
}

/** Turns that are sent along at most. */
const longestHistory = 4
const failures: readonly (readonly [number, number])[] = [
  [429, 0.004],
  [500, 0.002],
  [400, 0.003],
]

/** Draws what differs from request to request: outcome, latency, identifiers. */
export class Recorder {
  private readonly random: Random
  private readonly ids: Random
  private readonly sessions: Sessions
  private readonly created = new Map<Account, string>()

  constructor(plan: LogPlan) {
    this.random = new Random(plan.seed, 'records')
    this.ids = new Random(plan.idSeed, 'requests')
    this.sessions = new Sessions(plan, this.random, this.ids)
  }

  /** The record of an exchange at `time` (ms since 1970); without `status` a few requests fail as they do anywhere. */
  record(account: Account, exchange: Exchange, time: number, status = this.drawStatus()): LogRecord {
    const session = this.sessions.of(account, exchange, time)
    const address = account.addresses[session.address]
    const talk = conversational.has(exchange.family)
    const history = talk && session.history.length > 0 ? session.history : undefined
    const record = {
      timestamp: new Date(time).toISOString(),
      request_id: `syn-${this.ids.token(9)}`,
      session_id: talk ? session.id : undefined,
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
      ...this.outcome(exchange, status, session.model, history),
      temperature: exchange.temperature ?? undefined,
      top_p: exchange.topP ?? undefined,
      max_tokens: exchange.maxTokens ?? undefined,
      plan: account.plan,
      payment_ref: account.paymentRef ?? undefined,
      email_domain: account.emailDomain,
      account_created_at: this.createdAt(account),
      history,
    }
    if (talk && record.response !== undefined)
      session.history = grown(session.history, exchange.prompt, record.response)
    return record
  }

  private outcome(exchange: Exchange, status: number, model: string, history: Turn[] | undefined) {
    const { system, response } = exchange
    const size = tokensOf(exchange)
    const answered = status === 200
    const output = answered ? size.output : 0
    const whole = output === tokens(response)
    const pace = this.random.logNormal(1, 0.3)
    const earlier = history?.reduce((sum, { content }) => sum + tokens(content), 0) ?? 0
    return {
      response: answered ? (whole ? response : response.slice(0, Math.floor(output * charactersPerToken))) : undefined,
      input_tokens: size.input + earlier,
      output_tokens: output,
      reasoning_tokens:
        answered && model === 'orion-2-deep' ? Math.round(output * this.random.logNormal(3, 0.6)) : undefined,
      cached_tokens: answered && system && this.random.chance(0.4) ? tokens(system) : undefined,
      latency_ms: Math.round((answered ? 240 + output * 14 : 35) * pace),
      status,
      finish_reason: answered ? (whole ? 'stop' : 'length') : undefined,
    }
  }

  private createdAt(account: Account): string {
    let text = this.created.get(account)
    if (!text) {
      text = `${new Date(account.createdAt).toISOString().slice(0, 19)}Z`
      this.created.set(account, text)
    }
    return text
  }

  private drawStatus(): number {
    let chance = this.random.unit()
    for (const [status, probability] of failures) {
      chance -= probability
      if (chance < 0) return status
    }
    return 200
  }
}

const grown = (history: Turn[], prompt: string, response: string): Turn[] => [
  ...history.slice(2 - longestHistory),
  { role: 'user', content: prompt },
  { role: 'assistant', content: response },
]
