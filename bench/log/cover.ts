/** Cover traffic: prompts of ordinary customers, chosen so that an account's mean lengths stay where ordinary ones are. */

import { Random } from '../random'
import type { Account } from './account'
import { type Customers, conversational, type Exchange } from './exchanges'
import { tokensOf } from './tokens'

/** Middle of ordinary accounts' mean input and output tokens; a test holds it between their quartiles. */
const middle = { input: 66, output: 25 }
const candidates = 40
/** Tokens that earlier turns usually add to a request. */
const earlierTurns = 60

interface Sums {
  count: number
  input: number
  output: number
}

export class Cover {
  private readonly sums = new Map<Account, Sums>()

  constructor(
    private readonly customers: Customers,
    private readonly seed: number,
    private readonly ordinary: number,
  ) {}

  /** A customer's exchange through a campaign account: of a few, as often as it hides, the one that fits best. */
  next(account: Account): Exchange {
    const fits = new Random(this.seed, 'fit lengths', account.index).chance(this.ordinary)
    const sums = this.sumsOf(account)
    let best = this.customers.next(account)
    for (let i = 1; fits && i < candidates && distance(sums, best) > 0.05; i++) {
      const other = this.customers.next(account)
      if (distance(sums, other) < distance(sums, best)) best = other
    }
    return best
  }

  /** Takes a row of the account into account. */
  count(account: Account, input: number, output: number): void {
    const sums = this.sumsOf(account)
    this.sums.set(account, { count: sums.count + 1, input: sums.input + input, output: sums.output + output })
  }

  private sumsOf(account: Account): Sums {
    return this.sums.get(account) ?? { count: 0, input: 0, output: 0 }
  }
}

/** How far the means would be from the middle after one more exchange, in logarithms. */
function distance({ count, input, output }: Sums, exchange: Exchange): number {
  const own = tokensOf(exchange)
  if (conversational.has(exchange.family)) own.input += earlierTurns
  const off = (sum: number, target: number) => Math.abs(Math.log((sum + 1) / (count + 1) / target))
  return off(input + own.input, middle.input) + off(output + own.output, middle.output)
}
