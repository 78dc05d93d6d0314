/** The campaign's scheduler: spreads calls over its accounts, keeps within their hours, and hands over when one is throttled. */

import type { Language } from '../grammar'
import { Random } from '../random'
import type { Account } from './account'
import type { Exchange } from './exchanges'
import { Harvest } from './harvest'
import type { Disguise, LogPlan } from './plan'

const hour = 3_600_000
const workers = 8
const throttling = 0.012
const longestTurn = 25

interface Turn {
  account: Account
  left: number
}

export interface Call {
  account: Account
  exchange: Exchange
  status: number
}

export class Dispatcher {
  private readonly random: Random
  private readonly harvest: Harvest
  private readonly turns: (Turn | undefined)[] = new Array(workers)
  private readonly pausedUntil = new Map<Account, number>()
  private readonly sent = new Map<Account, number>()

  constructor(
    plan: LogPlan,
    language: Language,
    private readonly disguise: Disguise,
    private readonly members: readonly Account[],
  ) {
    this.random = new Random(plan.seed, 'dispatcher')
    this.harvest = new Harvest(language, new Random(plan.seed, 'harvest'), disguise)
  }

  /** The call that the campaign makes at `time` (ms since 1970): 429 and 403 lead to a hand-over. */
  next(time: number): Call {
    const worker = this.random.below(workers)
    const account = this.accountFor(worker, time)
    const exchange = this.harvest.next(time)
    const status = this.statusOf(account, time)
    if (status !== 200) {
      this.pausedUntil.set(
        account,
        time + (status === 403 ? Number.POSITIVE_INFINITY : (0.2 + this.random.unit()) * hour),
      )
      this.turns[worker] = undefined
    }
    this.harvest.settle(exchange, time, status === 200)
    this.sent.set(account, (this.sent.get(account) ?? 0) + 1)
    return { account, exchange, status }
  }

  private statusOf(account: Account, time: number): number {
    if (time > account.to) return 403
    return this.random.chance(throttling) ? 429 : 200
  }

  private accountFor(worker: number, time: number): Account {
    const turn = this.turns[worker]
    if (turn && turn.left > 0 && this.usable(turn.account, time)) {
      turn.left--
      return turn.account
    }
    const account = this.leastUsed(time)
    this.turns[worker] = { account, left: this.random.below(longestTurn) }
    return account
  }

  /** The least used of four random usable accounts, so that load stays even without being exact. */
  private leastUsed(time: number): Account {
    const usable = this.members.filter((account) => this.usable(account, time))
    const pool = usable.length > 0 ? usable : this.members.filter((account) => account.from <= time)
    const from = pool.length > 0 ? pool : this.members
    const drawn = Array.from({ length: 4 }, () => this.random.pick(from))
    return drawn.reduce((best, one) => ((this.sent.get(one) ?? 0) < (this.sent.get(best) ?? 0) ? one : best))
  }

  private usable(account: Account, time: number): boolean {
    if (account.from > time || (this.pausedUntil.get(account) ?? 0) > time) return false
    const begins = (account.index * 7) % 24
    const local = (Math.floor(time / hour) - begins + 240_000) % 24
    return local < this.disguise.window
  }
}
