/** When requests come: one sorted list of (time, account) for the whole log, exactly as many as it has rows. */

import { Random } from '../random'
import type { Account } from './account'
import { disguiseOf } from './difficulty'
import { activityOf, type DrawTime, hour } from './hours'
import type { LogPlan } from './plan'
import { isWithin, type Quartiles, quartilesOf } from './quartiles'
import type { RowCounts } from './row-counts'

/** Share of the period after which a new model appears. */
const releaseShare = 0.6
const mostAttempts = 60

/** When the new model appears, ms since 1970. */
export const releaseOf = (plan: LogPlan) => Date.parse(plan.start) + plan.days * releaseShare * 24 * hour

/** A time is `offset × slots + slot`, offset in ms from the start; slot `accounts + c` is campaign c's own workers. */
export interface Arrivals {
  keys: Float64Array
  slots: number
}

/** All arrivals of the log in order of time; 8 bytes for each row. */
export function drawArrivals(plan: LogPlan, accounts: readonly Account[], counts: RowCounts): Arrivals {
  const start = Date.parse(plan.start)
  const slots = accounts.length + plan.campaigns
  const keys = new Float64Array(plan.rows)
  const { ordinary } = disguiseOf(plan.difficulty)
  let filled = 0
  const put = (slot: number, times: readonly number[]) => {
    for (const time of times)
      keys[filled++] = Math.min(plan.days * 24 * hour - 1, Math.max(0, Math.floor(time - start))) * slots + slot
  }
  const covered: number[] = []
  for (const account of accounts) {
    if (account.campaign !== null) continue
    const times = timesOf(account, counts.own[account.index] ?? 0, plan, 0)
    if (account.role === 'ordinary') covered.push(hoursOf(times))
    put(account.index, times)
  }
  const quartiles = quartilesOf(covered)
  for (const account of accounts) {
    if (account.campaign === null) continue
    const fit = new Random(plan.seed, 'fit hours', account.index).chance(ordinary) ? quartiles : null
    put(account.index, fittingTimes(account, counts.own[account.index] ?? 0, plan, fit))
  }
  counts.workers.forEach((calls, campaign) => {
    put(accounts.length + campaign, workerTimes(accounts, calls, campaign, plan))
  })
  return { keys: keys.sort(), slots }
}

/** Distinct hours of the week in which something happens. */
const hoursOf = (times: readonly number[]) => new Set(times.map((time) => Math.floor(time / hour) % 168)).size

/** Times of a campaign account; asked to fit, it is drawn again, in longer sessions, until its hours lie between the ordinary quartiles. */
function fittingTimes(account: Account, count: number, plan: LogPlan, quartiles: Quartiles | null): number[] {
  for (let attempt = 0; ; attempt++) {
    const times = timesOf(account, count, plan, attempt)
    if (!quartiles || isWithin(hoursOf(times), quartiles) || attempt === mostAttempts) return times
  }
}

/** Sessions: their sizes are geometric, the gaps within them log-normal. */
function timesOf(account: Account, count: number, plan: LogPlan, attempt: number): number[] {
  const random = new Random(plan.seed, 'arrivals', account.index, attempt)
  const draw: DrawTime = activityOf(account, random, Date.parse(plan.start), releaseOf(plan))
  const [length, gap] = account.applications[0]?.kind.session ?? [3, 60]
  const times: number[] = []
  while (times.length < count) {
    let time = draw(random)
    const run = Math.min(count - times.length, 1 + Math.floor(random.wait((length - 0.5) * (1 + attempt / 20))))
    for (let i = 0; i < run; i++) {
      times.push(time > account.to ? draw(random) : time)
      time += 400 + random.logNormal(gap * 1000, 0.9)
    }
  }
  return times
}

/** A campaign's workers never rest; calls come in pairs and runs as one is answered and the next is sent. */
function workerTimes(accounts: readonly Account[], calls: number, campaign: number, plan: LogPlan): number[] {
  const random = new Random(plan.seed, 'campaign arrivals', campaign)
  const members = accounts.filter((account) => account.campaign === campaign)
  const from = Math.min(...members.map((account) => account.from)) + 6 * hour
  const to = Math.max(...members.map((account) => account.to)) - hour
  const times: number[] = []
  while (times.length < calls) {
    let time = from + random.unit() * (to - from)
    for (let run = Math.min(calls - times.length, random.between(1, 6)); run > 0; run--) {
      times.push(time)
      time += random.logNormal(9_000, 0.5)
    }
  }
  return times
}
