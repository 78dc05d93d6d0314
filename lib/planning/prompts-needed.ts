/** How many prompts a comparison needs for a wanted power, out of what the calibration measured. Pure. */

/** What of a calibration the answer rests on. */
export type Spread = {
  /** Held-out log10 LRs of documented pairs and of unrelated ones, at `calibrated` prompts. */
  related: readonly number[]
  unrelated: readonly number[]
  calibrated: number
  /** Fewer prompts are outside of what was calibrated. */
  least: number
  /** Share of documented teachers that were supported there, and the candidates that such a line-up has. */
  supported: number
  candidates: number
  /** The part of a weight's standard deviation that prompts bring, for one prompt: at n prompts it is this by √n. */
  perPrompt: number
}

/** Null where no number of prompts gives the power; `reachable` is what unlimited prompts would give. */
export type PromptsNeeded = { prompts: number | null; reachable: number }

const level = 0.05
const mostPrompts = 20_000

/**
 * The least number of prompts, in steps of ten from the least that is calibrated, at which a documented teacher would be supported with probability `power` among `candidates`.
 *
 * power(n) = mean over documented pairs i of Φ((xᵢ − t) ∕ SE(n)), with SE(n)² = σ² ∕ n + s²: σ is `perPrompt` (the bootstrap error
 * of a mean falls with 1 ∕ √n: Efron & Tibshirani 1993, ch. 6), s is what more prompts do not remove (scale, snapshots, the calibration
 * itself), found by setting power(calibrated) to the share that was observed. t is what a comparison demands (weigh-candidates): the greater of
 * z · SE(n), z the normal quantile at 1 − 0.05 ∕ 2k, and the score that at most 0.05 ∕ k of the unrelated pairs reach.
 */
export function promptsNeeded(spread: Spread, power: number, candidates: number): PromptsNeeded {
  const own = openError(spread)
  const at = (n: number) => powerAt(spread, n, candidates, own)
  const reachable = at(Number.POSITIVE_INFINITY)
  if (reachable < power) return { prompts: null, reachable }
  for (let n = spread.least; n <= mostPrompts; n += 10) if (at(n) >= power) return { prompts: n, reachable }
  return { prompts: null, reachable }
}

/** The power at `prompts`; `own` is the calibration's own standard error on the same scale. */
export function powerAt(spread: Spread, prompts: number, candidates: number, own = openError(spread)): number {
  const error = Math.max(1e-9, Math.hypot(spread.perPrompt / Math.sqrt(prompts), own))
  const threshold = Math.max(
    rareAbove(spread.unrelated, level / candidates),
    quantile(1 - level / 2 / candidates) * error,
  )
  return spread.related.reduce((sum, x) => sum + normal((x - threshold) / error), 0) / spread.related.length
}

/** s, by halving; 0 when prompts alone already explain the observed share. */
function openError(spread: Spread): number {
  const { calibrated, candidates, supported } = spread
  return solve(0, 10, (own) => powerAt(spread, calibrated, candidates, own) <= supported)
}

/** The least score that at most `share` of the others reach, counting the one asked about: (1 + #{≥ c}) ∕ (1 + N) ≤ share. */
function rareAbove(others: readonly number[], share: number): number {
  const falling = [...others].sort((a, b) => b - a)
  const allowed = Math.floor(share * (1 + others.length) - 1)
  return allowed < 0 ? Number.POSITIVE_INFINITY : (falling[allowed] ?? Number.NEGATIVE_INFINITY)
}

/** Φ by Abramowitz & Stegun 1964, 26.2.17; error below 7.5e-8. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return z >= 0 ? 1 - tail : tail
}

const quantile = (p: number): number => solve(-10, 10, (z) => normal(z) >= p)

/** The least value in the range at which a rising condition holds, to about 1e-9. */
function solve(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to]
  if (holds(low)) return low
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
