/** How far a mean would move with other prompts of the same kind: a seeded bootstrap over prompts. */

import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** `means[s][k]` is the mean of series k in resample s. */
export type ResampledMeans = readonly Float64Array[]

export type Resampling = { samples: number; seed: number }

/**
 * How often each of `length` prompts is drawn, for one resample with replacement after the other. The same seed gives the
 * same draws. The array is used again for the next draw. Source: Efron 1979.
 */
export function* drawPrompts(length: number, { samples, seed }: Resampling): Generator<Int32Array> {
  const random = xoroshiro128plus(seed)
  const counts = new Int32Array(length)
  for (let sample = 0; sample < samples; sample++) {
    counts.fill(0)
    for (let draw = 0; draw < length; draw++) {
      const prompt = uniformInt(random, 0, length - 1)
      counts[prompt] = (counts[prompt] as number) + 1
    }
    yield counts
  }
}

/**
 * Means of each series (one value a prompt, all of one length) over `samples` resamples of the prompts with replacement.
 * Every series sees the same resamples, so that their differences can be read.
 */
export function resampleMeans(series: readonly Float64Array[], options: Resampling): ResampledMeans {
  const draws = drawPrompts(series[0]?.length ?? 0, options)
  return Array.from(draws, (counts) => Float64Array.from(series, (values) => weightedMean(values, counts)))
}

/** The central 95 % of `values`, or another share: percentiles interpolated linearly (type 7 of Hyndman and Fan 1996). */
export function centralInterval(values: Iterable<number>, share = 0.95): [number, number] {
  const sorted = Float64Array.from(values).sort()
  return [quantile(sorted, (1 - share) / 2), quantile(sorted, (1 + share) / 2)]
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
