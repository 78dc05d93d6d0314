/** Rank correlation of a walk: whether things were taken in the order in which a list has them. */

/** `p` is one-sided: the probability of so great a tau or greater when the order is by chance. Null where every time is the same. */
export type Tau = { tau: number; p: number }

/**
 * Kendall's tau-b of `times` (ascending) with `positions` (each different, ascending within one time), in n log n (Knight 1966). The
 * p-value is by the normal approximation with the variance for ties (Kendall 1970), good from about ten on.
 */
export function kendallTau(times: readonly number[], positions: readonly number[]): Tau | null {
  const n = times.length
  const pairs = (n * (n - 1)) / 2
  let [tied, correction] = [0, 0]
  for (let from = 0; from < n; ) {
    let to = from + 1
    while (to < n && times[to] === times[from]) to++
    const ties = to - from
    tied += (ties * (ties - 1)) / 2
    correction += ties * (ties - 1) * (2 * ties + 5)
    from = to
  }
  if (pairs === tied) return null
  const difference = pairs - tied - 2 * inversions(Float64Array.from(positions))
  const variance = (n * (n - 1) * (2 * n + 5) - correction) / 18
  return { tau: difference / Math.sqrt((pairs - tied) * pairs), p: normalTail(difference / Math.sqrt(variance)) }
}

/** Pairs that stand in the wrong order; sorts `values` on the way. */
function inversions(values: Float64Array): number {
  let count = 0
  let from: Float64Array = values
  let to: Float64Array = new Float64Array(values.length)
  for (let width = 1; width < values.length; width *= 2) {
    for (let low = 0; low < values.length; low += 2 * width) count += merge(from, to, { low, width })
    ;[from, to] = [to, from]
  }
  return count
}

function merge(from: Float64Array, to: Float64Array, { low, width }: { low: number; width: number }): number {
  const [middle, high] = [Math.min(low + width, from.length), Math.min(low + 2 * width, from.length)]
  let [left, right, count] = [low, middle, 0]
  for (let at = low; at < high; at++) {
    if (right >= high || (left < middle && (from[left] ?? 0) <= (from[right] ?? 0))) to[at] = from[left++] ?? 0
    else {
      count += middle - left
      to[at] = from[right++] ?? 0
    }
  }
  return count
}

/** P(Z ≥ z) of the standard normal distribution, relative error below 1.2e-7 (Press et al., Numerical Recipes, erfc by Chebyshev fit). */
export function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const fit = coefficients.reduceRight((sum, coefficient) => coefficient + t * sum, 0)
  const upper = (t * Math.exp(-x * x + fit)) / 2
  return z >= 0 ? upper : 1 - upper
}

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
]
