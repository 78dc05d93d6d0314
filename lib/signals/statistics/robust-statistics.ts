/** Order statistics for comparing one account with its peers. All functions take ascending arrays and are exact. */

/** The middle of ascending `sorted`; NaN when empty. */
export function median(sorted: ArrayLike<number>): number {
  const middle = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export type Spread = { centre: number; scale: number }

/**
 * Median and robust scale: 1.4826 × MAD, or 1.2533 × the mean absolute deviation when more than half the values are equal
 * (Iglewicz and Hoaglin 1993, How to detect and handle outliers). `scale` is 0 when all values are equal.
 */
export function spread(sorted: ArrayLike<number>): Spread {
  const centre = median(sorted)
  const deviations = Float64Array.from(sorted, (value) => Math.abs(value - centre)).sort()
  const mad = median(deviations)
  if (mad > 0) return { centre, scale: 1.4826 * mad }
  const mean = deviations.reduce((sum, deviation) => sum + deviation, 0) / Math.max(1, deviations.length)
  return { centre, scale: 1.253314 * mean }
}

/** Mid-rank percentile 0–100 of `value` among ascending `sorted`: the share below plus half the share equal. */
export function percentile(sorted: ArrayLike<number>, value: number): number {
  const below = countBelow(sorted, value, false)
  const upTo = countBelow(sorted, value, true)
  return (100 * (below + upTo)) / (2 * sorted.length)
}

function countBelow(sorted: ArrayLike<number>, value: number, inclusive: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = sorted[middle] ?? 0
    if (at < value || (inclusive && at === value)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Benjamini–Hochberg (1995): for each p-value its adjusted value q, so that rejecting all q ≤ α bounds the expected share of
 * false discoveries by α. Same order as given.
 */
export function falseDiscoveryRates(pValues: number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p || a.index - b.index)
  const rates = new Array<number>(pValues.length).fill(1)
  let smallest = 1
  order.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - position))
    rates[index] = smallest
  })
  return rates
}
