/** The middle and the width of a set of scores, moved by no minority of it. */

export type Scale = { median: number; width: number }

/** The median and 1.4826 · MAD, which for normal values is their standard deviation. Source: Hampel 1974. */
export function robustScale(values: readonly number[]): Scale {
  const median = medianOf(values)
  return { median, width: 1.4826 * medianOf(values.map((value) => Math.abs(value - median))) }
}

/** The median; the mean of the middle two of an even number. NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
