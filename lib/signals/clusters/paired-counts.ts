/** How alike in time a set of accounts is: the mean correlation of their counts, and the same after whole days changed places. */

import type { Draws } from '@/lib/signals/statistics/seeded-draws'

const binsOfDay = 288

/** Requests of one account in bins of five minutes: bins since 1970 ascending, and their counts. */
export type Series = { bins: number[]; counts: number[] }

/** One account in flat arrays, a day after the other: places within the day, and counts over the deviation of the whole series. */
type Prepared = {
  offset: number
  /** Places in `days` of working days, and of weekend days. */
  kinds: [working: Uint32Array, weekend: Uint32Array]
  /** Active days counted from the first of the set, and where each begins in `slots` and `values`; one more begin than days. */
  days: Uint32Array
  begins: Uint32Array
  slots: Uint16Array
  values: Float64Array
}

/** Bins of the whole days that a set covers, with a bit for each bin in use, so that only those are read again. */
type Bins = { sums: Float64Array; used: Uint32Array }

/** A set of series made ready; `length` counts bins of the whole days that any of them covers. */
export type Paired = { prepared: Prepared[]; length: number; bins: Bins; places: Uint32Array }

/** Makes series ready. An account whose counts never differ has no correlation and is left out. */
export function pairedCounts(list: Series[]): Paired {
  const firstDay = Math.min(...list.map(({ bins }) => dayOf(bins[0] ?? 0)))
  const lastDay = Math.max(...list.map(({ bins }) => dayOf(bins.at(-1) ?? 0)))
  const length = (lastDay - firstDay + 1) * binsOfDay
  const prepared = list.flatMap((series) => prepare(series, firstDay, length))
  const bins = { sums: new Float64Array(length), used: new Uint32Array(Math.ceil(length / 32)) }
  return { prepared, length, bins, places: new Uint32Array(lastDay - firstDay + 1) }
}

function prepare({ bins, counts }: Series, firstDay: number, length: number): Prepared[] {
  const sum = counts.reduce((total, n) => total + n, 0)
  const squares = counts.reduce((total, n) => total + n * n, 0)
  const deviation = Math.sqrt(squares - (sum * sum) / length)
  if (!(deviation > 0)) return []
  const days: number[] = []
  const begins: number[] = []
  bins.forEach((bin, at) => {
    if (days.at(-1) === dayOf(bin) - firstDay) return
    days.push(dayOf(bin) - firstDay)
    begins.push(at)
  })
  const ofKind = (isWeekend: boolean) =>
    Uint32Array.from(days.flatMap((day, at) => (isWeekendDay(day + firstDay) === isWeekend ? [at] : [])))
  return [
    {
      offset: sum / length / deviation,
      kinds: [ofKind(false), ofKind(true)],
      days: Uint32Array.from(days),
      begins: Uint32Array.from([...begins, bins.length]),
      slots: Uint16Array.from(bins, (bin) => bin % binsOfDay),
      values: Float64Array.from(counts, (n) => n / deviation),
    },
  ]
}

/** Mean Pearson correlation over all pairs: from the sum of standardised series, so that pairs are never formed. */
export function meanCorrelation({ prepared, length, bins }: Paired, placesOf = inPlace): number {
  let offset = 0
  for (const one of prepared) {
    offset += one.offset
    addSeries(bins, one, placesOf(one))
  }
  const k = prepared.length
  return (takeSquares(bins) - length * offset * offset - k) / (k * (k - 1))
}

const inPlace = ({ days }: Prepared) => days

function addSeries({ sums, used }: Bins, { begins, slots, values, days }: Prepared, places: Uint32Array): void {
  for (let at = 0; at < days.length; at++) {
    const base = (places[at] as number) * binsOfDay
    const end = begins[at + 1] as number
    for (let i = begins[at] as number; i < end; i++) {
      const bin = base + (slots[i] as number)
      sums[bin] = (sums[bin] as number) + (values[i] as number)
      used[bin >> 5] = (used[bin >> 5] as number) | (1 << (bin & 31))
    }
  }
}

/** The sum of squares of the bins in use, in their order, which leaves all of them empty. */
function takeSquares({ sums, used }: Bins): number {
  let squares = 0
  for (let word = 0; word < used.length; word++) {
    for (let bits = used[word] as number; bits !== 0; bits &= bits - 1) {
      const bin = word * 32 + 31 - Math.clz32(bits & -bits)
      const sum = sums[bin] as number
      squares += sum * sum
      sums[bin] = 0
    }
    used[word] = 0
  }
  return squares
}

/**
 * Lets the active days of each account change places among themselves, working days and weekends apart: hours of the day, busy
 * weeks and free weekends stay, only which day is which goes.
 */
export function withDaysMoved(paired: Paired, draws: Draws): number {
  const { places } = paired
  return meanCorrelation(paired, ({ days, kinds }) => {
    places.set(days)
    for (const own of kinds) {
      // Fisher and Yates over the places of one kind of day.
      for (let last = own.length - 1; last > 0; last--) {
        const [here, there] = [own[last] as number, own[draws.below(last + 1)] as number]
        const kept = places[here] as number
        places[here] = places[there] as number
        places[there] = kept
      }
    }
    return places
  })
}

/** Days on which the account was active. */
export const activeDays = ({ bins }: Series) => new Set(bins.map(dayOf)).size

const dayOf = (bin: number) => Math.floor(bin / binsOfDay)
/** Day 0 of 1970 was a Thursday. */
const isWeekendDay = (day: number) => (day + 3) % 7 >= 5
