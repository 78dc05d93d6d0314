/** What lasts over requests: the open session of each account with its key, user, address, client, model and talk. */

import type { Random } from '../random'
import type { Account } from './account'
import { releaseOf } from './arrivals'
import { disguiseOf } from './difficulty'
import type { Exchange } from './exchanges'
import type { LogPlan } from './plan'

const sessionGap = 15 * 60_000

export interface Turn {
  role: 'user' | 'assistant'
  content: string
}

export interface Session {
  id: string
  last: number
  key: string
  user: string | undefined
  address: number
  client: string
  model: string
  history: Turn[]
}

export class Sessions {
  private readonly sessions = new Map<Account, Session>()
  private readonly release: number
  private readonly pivot: number

  constructor(
    plan: LogPlan,
    private readonly random: Random,
    private readonly ids: Random,
  ) {
    this.release = releaseOf(plan)
    this.pivot = disguiseOf(plan.difficulty).pivot
  }

  /** The open session of the account, or a new one after a quarter of an hour of silence. */
  of(account: Account, exchange: Exchange, time: number): Session {
    const open = this.sessions.get(account)
    if (open && time - open.last < sessionGap) {
      open.last = time
      return open
    }
    const random = this.random
    const drawn = { key: random.below(account.keys.length), user: random.below(Math.max(1, account.users.length)) }
    const session: Session = {
      id: `s_${this.ids.token(7)}`,
      last: time,
      key: account.keys[drawn.key] as string,
      user: account.users[drawn.user],
      address: random.below(account.addresses.length),
      client: random.pick(account.clients),
      model: this.modelOf(account, exchange, time),
      history: [],
    }
    this.sessions.set(account, session)
    return session
  }

  /** A new model appears: customers move over slowly, a careless collector and release-day benchmarks at once. */
  private modelOf(account: Account, exchange: Exchange, time: number): string {
    const days = (time - this.release) / 86_400_000
    if (days >= 0 && this.random.chance(Math.max(this.eagerness(account), Math.min(0.3, days * 0.025))))
      return 'orion-3'
    return exchange.instruction !== undefined && exchange.topP !== null ? 'orion-2-deep' : account.model
  }

  private eagerness(account: Account): number {
    return account.campaign !== null ? this.pivot : account.role === 'release' ? 0.9 : 0
  }
}
