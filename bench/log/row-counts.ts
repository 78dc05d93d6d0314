/** How many rows each account sends: whole numbers that add up to the log, campaigns' own calls counted apart. */

import { Random } from '../random'
import type { Account } from './account'
import { disguiseOf } from './difficulty'
import type { LogPlan } from './plan'
import { quartilesOf, within } from './quartiles'

/** Largest weight of a customer, in mean accounts. */
const heaviest = 60
/** Campaigns never send more than this share of a log. */
const mostCampaign = 1 / 3

export interface RowCounts {
  /** Rows that come by an account's own hours, by index of account; of a campaign account, cover and waiting calls. */
  own: number[]
  /** How many of those carry a campaign's call. */
  waiting: number[]
  /** Calls that a campaign's workers time, by campaign. */
  workers: number[]
}

/** Rows by weight for customers; for members of campaigns a multiple of the mean account, as the difficulty says. */
export function countRows(plan: LogPlan, accounts: readonly Account[]): RowCounts {
  const disguise = disguiseOf(plan.difficulty)
  const random = new Random(plan.seed, 'row counts')
  const members = accounts.filter((account) => account.campaign !== null)
  const customers = accounts.filter((account) => account.campaign === null)
  const weight = ({ weight }: Account) => Math.min(weight, heaviest)
  const sum = customers.reduce((total, account) => total + weight(account), 0)
  const expected = customers
    .filter(({ role }) => role === 'ordinary')
    .map((account) => (weight(account) / sum) * plan.rows * 0.97)
  const quartiles = quartilesOf(expected)
  const drawn = members.map(() => {
    const rows = (plan.rows / accounts.length) * disguise.volume * random.logNormal(1, disguise.spread)
    return random.chance(disguise.ordinary) ? within(rows, quartiles, 0.12) : rows
  })
  const total = drawn.reduce((all, rows) => all + rows, 0)
  const scale = Math.min(1, (plan.rows * mostCampaign) / Math.max(1, total))
  const own = accounts.map(() => 1)
  const waiting = accounts.map(() => 0)
  const workers = Array.from({ length: plan.campaigns }, () => 0)
  members.forEach((account, i) => {
    const rows = Math.max(2, Math.round((drawn[i] ?? 0) * scale))
    const calls = Math.max(1, Math.round(rows * (1 - disguise.cover)))
    const timed = Math.round(calls * disguise.clock)
    own[account.index] = Math.max(1, rows - timed)
    waiting[account.index] = calls - timed
    workers[account.campaign ?? 0] = (workers[account.campaign ?? 0] ?? 0) + timed
  })
  const left = plan.rows - members.reduce((all, { index }) => all + (own[index] ?? 0), 0) - sumOf(workers)
  for (const account of customers) own[account.index] = Math.max(1, Math.floor((weight(account) / sum) * left))
  settle(own, customers, plan.rows - sumOf(workers))
  return { own, waiting, workers }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** Adds or removes single rows of customers, largest first, until the sum is right. */
function settle(counts: number[], customers: readonly Account[], total: number): void {
  const order = customers.map(({ index }) => index).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  let missing = total - sumOf(counts)
  for (let i = 0; missing !== 0; i = (i + 1) % order.length) {
    const index = order[i] as number
    const step = Math.sign(missing)
    if ((counts[index] ?? 0) + step < 1) continue
    counts[index] = (counts[index] ?? 0) + step
    missing -= step
  }
}
