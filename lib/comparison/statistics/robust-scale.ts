/** The middle and the width of a set of scores, moved by no minority of it. */

import { quickselect } from 'd3-array'

export type Scale = { median: number; width: number }

/** The median and 1.4826 · MAD, which for normal values is their standard deviation. Source: Hampel 1974. */
export function robustScale(values: readonly number[]): Scale {
  const median = medianOf(values)
  return { median, width: 1.4826 * medianOf(values.map((value) => Math.abs(value - median))) }
}

/** The median; the mean of the middle two of an even number. NaN for none. */
export function medianOf(values: readonly number[]): number {
  const middle = values.length >> 1
  const parted = quickselect(Float64Array.from(values), middle)
  const upper = parted[middle] ?? Number.NaN
  if (values.length % 2 === 1) return upper
  let lower = Number.NEGATIVE_INFINITY
  for (let at = 0; at < middle; at++) lower = Math.max(lower, parted[at] as number)
  return (lower + upper) / 2
}
