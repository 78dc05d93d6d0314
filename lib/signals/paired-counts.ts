/** How alike in time a set of accounts is: the mean correlation of their counts, and the same after whole days changed places. */

import { type Draws, shuffle } from './seeded-draws'

const binsOfDay = 288

/** Requests of one account in bins of five minutes: bins since 1970 ascending, and their counts. */
export type Series = { bins: number[]; counts: number[] }

/** The bins of one UTC day: places within the day, and counts over the deviation of the whole series. */
type Day = { day: number; slots: number[]; values: number[] }
type Prepared = { offset: number; days: Day[] }

/** A set of series made ready; `length` counts bins of the whole days that any of them covers. */
export type Paired = { prepared: Prepared[]; firstDay: number; length: number; sums: Float64Array }

/** Makes series ready. An account whose counts never differ has no correlation and is left out. */
export function pairedCounts(list: Series[]): Paired {
  const firstDay = Math.min(...list.map(({ bins }) => dayOf(bins[0] ?? 0)))
  const lastDay = Math.max(...list.map(({ bins }) => dayOf(bins.at(-1) ?? 0)))
  const length = (lastDay - firstDay + 1) * binsOfDay
  const prepared = list.flatMap((series) => prepare(series, length))
  return { prepared, firstDay, length, sums: new Float64Array(length) }
}

function prepare({ bins, counts }: Series, length: number): Prepared[] {
  const sum = counts.reduce((total, n) => total + n, 0)
  const squares = counts.reduce((total, n) => total + n * n, 0)
  const deviation = Math.sqrt(squares - (sum * sum) / length)
  if (!(deviation > 0)) return []
  const days: Day[] = []
  bins.forEach((bin, at) => {
    const day = dayOf(bin)
    if (days.at(-1)?.day !== day) days.push({ day, slots: [], values: [] })
    days.at(-1)?.slots.push(bin % binsOfDay)
    days.at(-1)?.values.push((counts[at] ?? 0) / deviation)
  })
  return [{ offset: sum / length / deviation, days }]
}

/** Mean Pearson correlation over all pairs: from the sum of standardised series, so that pairs are never formed. */
export function meanCorrelation(paired: Paired, placesOf: (days: Day[]) => number[] = inPlace): number {
  const { prepared, firstDay, length, sums } = paired
  sums.fill(0)
  let offset = 0
  for (const one of prepared) {
    offset += one.offset
    const places = placesOf(one.days)
    one.days.forEach(({ slots, values }, at) => {
      const base = ((places[at] ?? firstDay) - firstDay) * binsOfDay
      for (let i = 0; i < slots.length; i++) {
        const bin = base + (slots[i] as number)
        sums[bin] = (sums[bin] as number) + (values[i] as number)
      }
    })
  }
  let squares = 0
  for (const sum of sums) squares += sum * sum
  const k = prepared.length
  return (squares - length * offset * offset - k) / (k * (k - 1))
}

const inPlace = (days: Day[]) => days.map(({ day }) => day)

/**
 * Lets the active days of each account change places among themselves, working days and weekends apart: hours of the day, busy
 * weeks and free weekends stay, only which day is which goes.
 */
export function withDaysMoved(paired: Paired, draws: Draws): number {
  return meanCorrelation(paired, (days) => {
    const places = inPlace(days)
    for (const isWeekend of [false, true]) {
      const own = places.flatMap((day, at) => (isWeekendDay(days[at]?.day ?? day) === isWeekend ? [at] : []))
      const drawn = shuffle(
        own.map((at) => days[at]?.day ?? 0),
        draws,
      )
      own.forEach((at, n) => {
        places[at] = drawn[n] ?? 0
      })
    }
    return places
  })
}

/** Days on which the account was active. */
export const activeDays = ({ bins }: Series) => new Set(bins.map(dayOf)).size

const dayOf = (bin: number) => Math.floor(bin / binsOfDay)
/** Day 0 of 1970 was a Thursday. */
const isWeekendDay = (day: number) => (day + 3) % 7 >= 5
