/** When one account is active: an hour of its lifetime by the shape of its day and week, with good and bad days. */

import type { Random } from '../random'
import type { Account } from './account'
import type { Hours } from './kinds'

export const hour = 3_600_000
const week = 168
/** Share of the requests of a release-day customer that comes in the day and a half after the release. */
const onRelease = 0.6

/** Shape of a day by local hour: offices, evenings, a service that is used all day, a nightly job. An assumption. */
const curves: Record<Hours, readonly number[]> = {
  office: [1, 1, 1, 1, 1, 2, 5, 15, 45, 80, 95, 90, 70, 85, 95, 90, 75, 50, 25, 15, 10, 7, 4, 2],
  evening: [14, 8, 5, 4, 4, 6, 12, 22, 32, 42, 48, 52, 55, 52, 52, 55, 62, 72, 85, 95, 98, 85, 60, 32],
  flat: [80, 78, 76, 76, 78, 80, 84, 90, 95, 98, 100, 100, 100, 100, 100, 98, 96, 95, 94, 92, 90, 88, 85, 82],
  night: [60, 90, 95, 90, 70, 30, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 8, 25],
}
const weekend: Record<Hours, number> = { office: 0.12, evening: 0.95, flat: 0.85, night: 0.8 }

export type DrawTime = (random: Random) => number

/** Draws moments (ms since 1970) at which the account is active. `start` is the log's first midnight. */
export function activityOf(account: Account, random: Random, start: number, release: number): DrawTime {
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
  const ordinary: DrawTime = (chance) =>
    start + (first + search(cumulative, chance.unit() * sum) + chance.unit()) * hour
  if (account.role !== 'release') return ordinary
  return (chance) => (chance.chance(onRelease) ? release + chance.unit() * 36 * hour : ordinary(chance))
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
