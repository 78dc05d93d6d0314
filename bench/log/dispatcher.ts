/** A campaign's scheduler: spreads calls over its accounts, keeps within their hours, and hands over when one is throttled. */

import { Random } from '../random'
import type { Account } from './account'
import type { Exchange } from './exchanges'
import { type Collector, Harvest } from './harvest'

const hour = 3_600_000
const workers = 8
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
    private readonly collector: Collector,
    private readonly members: readonly Account[],
  ) {
    this.random = new Random(collector.seed, 'dispatcher', collector.campaign)
    this.harvest = new Harvest(collector)
  }

  /** The call that the campaign's workers make at `time` (ms since 1970): 429 and 403 lead to a hand-over. */
  next(time: number): Call {
    const worker = this.random.below(workers)
    const account = this.accountFor(worker, time)
    const call = this.callThrough(account, time)
    if (call.status !== 200) this.turns[worker] = undefined
    return call
  }

  /** The call that waited until `account` has its hour; while it is throttled, null: it sends something else. */
  waiting(account: Account, time: number): Call | null {
    return (this.pausedUntil.get(account) ?? 0) > time ? null : this.callThrough(account, time)
  }

  private callThrough(account: Account, time: number): Call {
    const exchange = this.harvest.next(time, account)
    const status = this.statusOf(account, time)
    if (status !== 200) {
      const pause = status === 403 ? Number.POSITIVE_INFINITY : (0.2 + this.random.unit()) * hour
      this.pausedUntil.set(account, time + pause)
    }
    this.harvest.settle(exchange, time, status === 200)
    this.sent.set(account, (this.sent.get(account) ?? 0) + 1)
    return { account, exchange, status }
  }

  private statusOf(account: Account, time: number): number {
    if (time > account.to) return 403
    return this.random.chance(this.collector.disguise.throttled) ? 429 : 200
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
    return local < this.collector.disguise.window
  }
}
