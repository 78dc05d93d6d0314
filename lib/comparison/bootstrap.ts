/** How far a mean would move with other prompts of the same kind: a seeded bootstrap over prompts. */

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** `means[s][k]` is the mean of series k in resample s. */
export type ResampledMeans = readonly Float64Array[]

/**
 * Means of each series (one value a prompt, all of one length) over `samples` resamples of the prompts with replacement.
 * Every series sees the same resamples, so that their differences can be read. The same seed gives the same means.
 * Source: Efron 1979.
 */
export function resampleMeans(
  series: readonly Float64Array[],
  options: { samples: number; seed: number },
): ResampledMeans {
  const length = series[0]?.length ?? 0
  const random = xoroshiro128plus(options.seed)
  const counts = new Int32Array(length)
  return Array.from({ length: options.samples }, () => {
    counts.fill(0)
    for (let draw = 0; draw < length; draw++) {
      const prompt = uniformInt(random, 0, length - 1)
      counts[prompt] = (counts[prompt] as number) + 1
    }
    return Float64Array.from(series, (values) => weightedMean(values, counts))
  })
}

/** The central 95 % of `values`: the 2.5 and 97.5 percentiles, interpolated linearly (type 7 of Hyndman and Fan 1996). */
export function interval95(values: Iterable<number>): [number, number] {
  const sorted = Float64Array.from(values).sort()
  return [quantile(sorted, 0.025), quantile(sorted, 0.975)]
}

function weightedMean(values: Float64Array, counts: Int32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (counts[i] as number)
  return sum / values.length
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}
