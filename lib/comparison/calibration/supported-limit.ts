/** How great a likelihood ratio a calibration set can support: anything beyond is extrapolation and is cut. */

import type { Weighed } from './likelihood-cost'

/** No likelihood ratio above 10 is reported, whatever a set seems to support: stated ratios of 32–100 were about 4. */
const greatest = 1
const step = 0.01
const range = 3

/**
 * The limits [lowest, highest] of log10 LR by the empirical lower and upper bound: the range of prior odds in which
 * deciding by these likelihood ratios, with one misleading pair more in each class, costs less than deciding without
 * them. Never beyond ±1. [0, 0] when there is no such range. Source: Vergeer, van Es, de Jongh, Alberink and Stoel 2016.
 */
export function supportedLimits({ related, unrelated }: Weighed): [number, number] {
  let [low, high] = [0, 0]
  for (let at = -range; at <= range; at += step) {
    const threshold = 10 ** at
    const taken = (unrelated.filter((value) => value > at).length + 1) / (unrelated.length + 1)
    const missed = (related.filter((value) => value <= at).length + 1) / (related.length + 1)
    const isUseful = taken * threshold + missed < Math.min(1, threshold)
    if (isUseful) {
      low = Math.min(low, at)
      high = Math.max(high, at)
    }
  }
  return [Math.max(-greatest, low), Math.min(greatest, high)]
}
