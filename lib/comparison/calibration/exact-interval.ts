/** Exact limits of a share from counts: what "k of n" can and cannot say about the next one. */

/**
 * The two-sided interval of a binomial share from `count` of `total` at `level` (0.95 unless told), without a normal
 * approximation; [0, 1] when `total` is 0. Source: Clopper and Pearson 1934.
 */
export function exactInterval(count: number, total: number, level = 0.95): [number, number] {
  if (total === 0) return [0, 1]
  const tail = (1 - level) / 2
  const low = count === 0 ? 0 : bisect((p) => tailAtLeast(count, total, p) < tail)
  const high = count === total ? 1 : bisect((p) => 1 - tailAtLeast(count + 1, total, p) > tail)
  return [low, high]
}

/** The share at which `isBelow` turns from true to false. */
function bisect(isBelow: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(X ≥ count) for X ~ Binomial(total, share). */
function tailAtLeast(count: number, total: number, share: number): number {
  if (share <= 0) return count === 0 ? 1 : 0
  if (share >= 1) return 1
  let logTerm = total * Math.log1p(-share)
  let sum = count === 0 ? Math.exp(logTerm) : 0
  for (let k = 1; k <= total; k++) {
    logTerm += Math.log((total - k + 1) / k) + Math.log(share / (1 - share))
    if (k >= count) sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}
