/** Dresses the campaign's accounts: shared payments (at most three each), networks, clients and creation times, as far as the difficulty leaves them. */

import { Random } from '../random'
import { type Account, day } from './account'
import { addressIn, collectorClient } from './networks'
import { disguiseOf, type LogPlan } from './plan'

const largestPaymentGroup = 3
const replacements = 1 / 5
const domains = ['parcelmail.example', 'quickletter.example', 'nimbuspost.example', 'tinybox.example']

/** Changes the given accounts in place. Needs them in index order; draws from streams of its own. */
export function joinCampaign(members: readonly Account[], plan: LogPlan, start: number): void {
  const disguise = disguiseOf(plan.difficulty)
  const random = new Random(plan.seed, 'campaign accounts')
  const subnets = Array.from(
    { length: Math.max(2, Math.ceil(members.length / 5)) },
    () => plan.accounts * 2 + random.below(4000),
  )
  const born = start - 6 * day
  for (const [i, account] of members.entries()) {
    account.plan = random.chance(0.75) ? 'team' : 'developer'
    account.paymentRef ??= `pay_${new Random(plan.idSeed, 'campaign payment', i).token(8)}`
    account.orgId = null
    account.weight = disguise.volume * random.logNormal(1, 0.25)
    account.createdAt = born - random.unit() * disguise.creationDays * day
    account.from = start + random.unit() * 3 * day
    account.to = start + (plan.days - random.unit() * 3) * day
    if (random.chance(disguise.network))
      account.addresses = Array.from({ length: 6 }, () => addressIn(random.pick(subnets), random))
    if (random.chance(disguise.client)) account.clients = [collectorClient(random)]
    if (random.chance(disguise.domain)) account.emailDomain = random.pick(domains)
  }
  sharePayments(members, random, disguise.payment)
  replaceBanned(members, random, start + plan.days * day * 0.55)
}

function sharePayments(members: readonly Account[], random: Random, share: number): void {
  const paying = random.shuffled(members).slice(0, Math.round(members.length * share))
  for (const [i, account] of paying.entries()) {
    account.paymentRef = paying[i - (i % largestPaymentGroup)]?.paymentRef ?? account.paymentRef
  }
}

/** A fifth of the accounts is shut off around one time, and as many new ones begin within two days. */
function replaceBanned(members: readonly Account[], random: Random, banned: number): void {
  const order = random.shuffled(members)
  const count = Math.floor(order.length * replacements)
  for (const account of order.slice(0, count)) account.to = banned + random.unit() * 0.2 * day
  for (const account of order.slice(count, 2 * count)) {
    account.from = banned + random.unit() * 2 * day
    account.createdAt = Math.min(account.createdAt + 14 * day, account.from - random.unit() * day)
  }
}
