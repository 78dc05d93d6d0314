/** When requests come: one sorted list of (time, account) for the whole log, exactly as many as it has rows. */

import { Random } from '../random'
import type { Account } from './account'
import type { Hours } from './kinds'
import { disguiseOf, type LogPlan } from './plan'

const hour = 3_600_000
const week = 168

/** Shape of a day by local hour. Office and evening follow the usual diurnal curves of API traffic, flat is a service. */
const curves: Record<Hours, readonly number[]> = {
  office: [1, 1, 1, 1, 1, 2, 5, 15, 45, 80, 95, 90, 70, 85, 95, 90, 75, 50, 25, 15, 10, 7, 4, 2],
  evening: [14, 8, 5, 4, 4, 6, 12, 22, 32, 42, 48, 52, 55, 52, 52, 55, 62, 72, 85, 95, 98, 85, 60, 32],
  flat: [80, 78, 76, 76, 78, 80, 84, 90, 95, 98, 100, 100, 100, 100, 100, 98, 96, 95, 94, 92, 90, 88, 85, 82],
  night: [60, 90, 95, 90, 70, 30, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 8, 25],
}
const weekend: Record<Hours, number> = { office: 0.12, evening: 0.95, flat: 0.85, night: 0.8 }

/** A time is `offset × slots + slot`, with the offset in ms from the start; slot `accounts` is the campaign itself. */
export interface Arrivals {
  keys: Float64Array
  slots: number
}

/** All arrivals of the log in order of time. */
export function drawArrivals(plan: LogPlan, accounts: readonly Account[]): Arrivals {
  const start = Date.parse(plan.start)
  const slots = accounts.length + 1
  const keys = new Float64Array(plan.rows)
  const { own, harvest } = divideRows(plan, accounts)
  let filled = 0
  const put = (slot: number) => (time: number) => {
    keys[filled++] = Math.min(plan.days * 24 * hour - 1, Math.max(0, Math.floor(time - start))) * slots + slot
  }
  for (const account of accounts)
    fillAccount(
      account,
      own[account.index] ?? 0,
      new Random(plan.seed, 'arrivals', account.index),
      start,
      put(account.index),
    )
  fillCampaign(accounts, harvest, new Random(plan.seed, 'campaign arrivals'), put(accounts.length))
  return { keys: keys.sort(), slots }
}

/** Whole rows by weight, largest remainder last, at least one for each account; the campaign's harvest apart. */
function divideRows(plan: LogPlan, accounts: readonly Account[]): { own: number[]; harvest: number } {
  const mean = plan.rows / accounts.length
  const cover = disguiseOf(plan.difficulty).cover
  const member = accounts.map((account) => account.role === 'campaign')
  const fixed = accounts.reduce((sum, account, i) => sum + (member[i] ? account.weight * mean : 0), 0)
  const harvest = Math.round(Math.min(fixed, plan.rows / 3) * (1 - cover))
  const weights = accounts.map((account, i) => (member[i] ? account.weight * cover : ceiling(account.weight)))
  const customers = weights.reduce((sum, weight, i) => sum + (member[i] ? 0 : weight), 0)
  const forMembers = weights.reduce((sum, weight, i) => sum + (member[i] ? weight * mean : 0), 0)
  const left = plan.rows - harvest - accounts.length
  const scale = (left - forMembers) / customers
  const exact = weights.map((weight, i) => (member[i] ? weight * mean : weight * scale))
  const own = exact.map((value) => 1 + Math.max(0, Math.floor(value)))
  settle(own, plan.rows - harvest)
  return { own, harvest }
}

const ceiling = (weight: number) => Math.min(weight, 60)

/** Adds or removes single rows, largest accounts first, until the sum is right. */
function settle(counts: number[], total: number): void {
  const order = counts.map((_, i) => i).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  let missing = total - counts.reduce((sum, count) => sum + count, 0)
  for (let i = 0; missing !== 0; i = (i + 1) % order.length) {
    const index = order[i] as number
    const step = Math.sign(missing)
    if ((counts[index] ?? 0) + step < 1) continue
    counts[index] = (counts[index] ?? 0) + step
    missing -= step
  }
}

function fillAccount(
  account: Account,
  count: number,
  random: Random,
  start: number,
  put: (time: number) => void,
): void {
  const cells = cellsOf(account, random, start)
  const kind = account.applications[0]?.kind
  const [length, gap] = kind?.session ?? [3, 60]
  for (let left = count; left > 0; ) {
    let time = cells.draw(random)
    for (let run = Math.min(left, 1 + Math.floor(random.wait(length - 0.5))); run > 0; run--, left--) {
      put(time > account.to ? cells.draw(random) : time)
      time += 400 + random.logNormal(gap * 1000, 0.9)
    }
  }
}

/** Cumulative weight of each hour in which the account is active, with its own good and bad days. */
function cellsOf(account: Account, random: Random, start: number): { draw: (random: Random) => number } {
  const hours = account.applications[0]?.hours ?? 'office'
  const first = Math.floor((account.from - start) / hour)
  const last = Math.max(first + 1, Math.ceil((account.to - start) / hour))
  const cumulative = new Float64Array(last - first)
  let sum = 0
  let mood = 1
  for (let cell = first; cell < last; cell++) {
    if (cell === first || cell % 24 === 0) mood = random.logNormal(1, 0.45)
    const local = (((cell + Math.round(account.offset)) % week) + week) % week
    sum += mood * (curves[hours][local % 24] ?? 1) * (local >= 120 ? weekend[hours] : 1)
    cumulative[cell - first] = sum
  }
  return { draw: (chance) => start + (first + search(cumulative, chance.unit() * sum) + chance.unit()) * hour }
}

function search(cumulative: Float64Array, value: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}

/** The campaign works around the clock; calls come in pairs and runs as a worker finishes one and sends the next. */
function fillCampaign(
  accounts: readonly Account[],
  harvest: number,
  random: Random,
  put: (time: number) => void,
): void {
  const members = accounts.filter((account) => account.role === 'campaign')
  const from = Math.min(...members.map((account) => account.from)) + 6 * hour
  const to = Math.max(...members.map((account) => account.to)) - hour
  for (let left = harvest; left > 0; ) {
    let time = from + random.unit() * (to - from)
    for (let run = Math.min(left, random.between(1, 6)); run > 0; run--, left--) {
      put(time)
      time += random.logNormal(9_000, 0.5)
    }
  }
}
