/** Dresses the accounts of campaigns: shared payments (at most three each), networks, clients and creation times, as far as the difficulty leaves them. */

import { Random } from '../random'
import { type Account, day } from './account'
import type { Application } from './applications'
import { type Disguise, disguiseOf } from './difficulty'
import { addressIn, collectorClient } from './networks'
import type { LogPlan } from './plan'

const largestPaymentGroup = 3
const replacements = 1 / 5
const domains = ['parcelmail', 'quickletter', 'nimbuspost', 'tinybox', 'fieldmail', 'postbag', 'lettera', 'swiftnote']

/** Divides the accounts with the role among the campaigns and changes them in place; draws from streams of its own. */
export function joinCampaigns(accounts: readonly Account[], plan: LogPlan, start: number): void {
  const members = accounts.filter((account) => account.role === 'campaign')
  const customers = accounts.filter((account) => account.role === 'ordinary')
  members.forEach((account, i) => {
    account.campaign = i % plan.campaigns
  })
  for (let campaign = 0; campaign < plan.campaigns; campaign++)
    joinCampaign(
      members.filter((account) => account.campaign === campaign),
      customers.flatMap(({ applications }) => applications[0] ?? []),
      { plan, start, campaign },
    )
}

function joinCampaign(
  members: readonly Account[],
  covers: readonly Application[],
  { plan, start, campaign }: { plan: LogPlan; start: number; campaign: number },
): void {
  const disguise = disguiseOf(plan.difficulty)
  const random = new Random(plan.seed, 'campaign accounts', campaign)
  const own = {
    subnets: Array.from(
      { length: Math.max(2, Math.ceil(members.length / 5)) },
      () => plan.accounts * 2 + random.below(plan.accounts),
    ),
    domains: random.shuffled(domains).slice(0, 3),
    born: start - 6 * day,
  }
  for (const [i, account] of members.entries()) {
    account.plan = random.chance(0.6) ? 'team' : 'developer'
    account.paymentRef ??= `pay_${new Random(plan.idSeed, 'campaign payment', campaign, i).token(7)}`
    account.orgId = null
    account.createdAt = own.born - random.unit() * disguise.creationDays * day
    account.from = start + random.unit() * 3 * day
    account.to = start + (plan.days - random.unit() * 3) * day
    dress(account, { disguise, random, ...own })
    if (random.chance(plan.difficulty)) account.applications = coverOf(covers, random, disguise.applications)
  }
  sharePayments(members, random, disguise.payment)
  replaceBanned(members, random, start + plan.days * day * 0.55)
}

/** Applications of customers, of those with long and with short prompts in turn. There is at least one customer. */
function coverOf(covers: readonly Application[], random: Random, count: number): Application[] {
  const long = covers.filter(({ system, paste }) => system !== null || paste !== null)
  const short = covers.filter(({ system, paste }) => system === null && paste === null)
  const pools = random.shuffled([long, short]).filter((pool) => pool.length > 0)
  return Array.from({ length: Math.round(count) }, (_, i) => random.pick(pools[i % pools.length] ?? covers))
}

/** One residential address for each account unless it uses the campaign's network. */
function dress(
  account: Account,
  own: { disguise: Disguise; random: Random; subnets: number[]; domains: string[] },
): void {
  const { disguise, random } = own
  account.addresses = random.chance(disguise.network)
    ? Array.from({ length: 6 }, () => addressIn(random.pick(own.subnets), random))
    : account.addresses.slice(0, 1)
  if (random.chance(disguise.client)) account.clients = [collectorClient(random)]
  if (random.chance(disguise.domain)) account.emailDomain = `${random.pick(own.domains)}.example`
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
