/** Which call a moment of the log carries: a customer's own, a campaign's, or the cover that it sends in between. */

import type { Language } from '../grammar'
import { Random } from '../random'
import type { Account } from './account'
import { Cover } from './cover'
import { disguiseOf } from './difficulty'
import { Dispatcher } from './dispatcher'
import { Customers, type Exchange } from './exchanges'
import { FreshText } from './fresh-text'
import type { LogPlan } from './plan'
import type { RowCounts } from './row-counts'

export interface Moment {
  account: Account
  exchange: Exchange
  /** Undefined where requests fail as anywhere. */
  status?: number
}

export class Traffic {
  private readonly customers: Customers
  private readonly cover: Cover
  private readonly dispatchers: Dispatcher[]
  private readonly random: Random
  private readonly left: number[]
  private readonly waiting: number[]

  constructor(
    plan: LogPlan,
    private readonly accounts: readonly Account[],
    counts: RowCounts,
    language: Language,
  ) {
    const disguise = disguiseOf(plan.difficulty)
    this.customers = new Customers(language)
    this.cover = new Cover(this.customers, plan.seed, disguise.ordinary)
    this.random = new Random(plan.seed, 'traffic')
    this.left = [...counts.own]
    this.waiting = [...counts.waiting]
    const shared = { campaigns: plan.campaigns, seed: plan.seed, language, disguise, fresh: new FreshText() }
    this.dispatchers = Array.from(
      { length: plan.campaigns },
      (_, campaign) =>
        new Dispatcher(
          { ...shared, campaign },
          accounts.filter((account) => account.campaign === campaign),
        ),
    )
  }

  /** The call of a slot: the index of an account, or behind the accounts that of a campaign's workers. */
  next(slot: number, time: number): Moment {
    const account = this.accounts[slot]
    if (!account) {
      return (this.dispatchers[slot - this.accounts.length] as Dispatcher).next(time)
    }
    if (account.campaign === null) return { account, exchange: this.customers.next(account) }
    return this.throughMember(account, account.campaign, time)
  }

  /** Learns how long a row of a campaign account became. */
  settle(account: Account, input: number, output: number): void {
    if (account.campaign !== null) this.cover.count(account, input, output)
  }

  /** Calls that wait for the account's hours are spread over them by drawing without replacement. */
  private throughMember(account: Account, campaign: number, time: number): Moment {
    const left = this.left[account.index] ?? 0
    const waiting = this.waiting[account.index] ?? 0
    this.left[account.index] = left - 1
    const call = this.random.chance(waiting / left) ? this.dispatchers[campaign]?.waiting(account, time) : null
    if (!call) return { account, exchange: this.cover.next(account) }
    this.waiting[account.index] = waiting - 1
    return call
  }
}
