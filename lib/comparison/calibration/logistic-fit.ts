/** Weighted logistic regression with a small ridge: from features of pairs to the log odds of being related. */

export type Labelled = { features: readonly number[]; related: boolean; weight: number }

const ridge = 1
const steps = 60

/**
 * Coefficients, the intercept first, that maximise the weighted log-likelihood minus ridge/2 · Σ b² over all but the
 * intercept, with ridge 1; both classes are given the same total weight, so that the linear predictor is a natural-log
 * likelihood ratio. Deterministic: Newton's method from zero. Needs a pair of each class.
 * Source: logistic calibration, Morrison 2013; the penalty as in ridge regression.
 */
export function fitLogistic(pairs: readonly Labelled[]): number[] {
  const data = balanced(pairs)
  const size = 1 + (pairs[0]?.features.length ?? 0)
  let coefficients: number[] = new Array(size).fill(0)
  for (let step = 0; step < steps; step++) {
    const { gradient, curvature } = derivatives(data, coefficients)
    const move = solve(curvature, gradient)
    coefficients = coefficients.map((value, k) => value + (move[k] ?? 0))
    if (Math.max(...move.map(Math.abs)) < 1e-10) break
  }
  return coefficients
}

/** The natural-log likelihood ratio that `coefficients` give to `features`. */
export function logLikelihoodRatio(coefficients: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, value, k) => sum + value * (coefficients[k + 1] ?? 0), coefficients[0] ?? 0)
}

function balanced(pairs: readonly Labelled[]): Labelled[] {
  const totalOf = (related: boolean) =>
    pairs.reduce((sum, pair) => sum + (pair.related === related ? pair.weight : 0), 0)
  const [yes, no] = [totalOf(true), totalOf(false)]
  if (yes === 0 || no === 0) throw new Error('logistic calibration needs related and unrelated pairs')
  return pairs.map((pair) => ({ ...pair, weight: (pair.weight * (yes + no)) / (2 * (pair.related ? yes : no)) }))
}

function derivatives(pairs: readonly Labelled[], coefficients: readonly number[]) {
  const size = coefficients.length
  const gradient = coefficients.map((value, k) => (k === 0 ? 0 : -ridge * value))
  const curvature = coefficients.map((_, k) => coefficients.map((_, j) => (k === j && k > 0 ? ridge : 0)))
  for (const { features, related, weight } of pairs) {
    const row = [1, ...features]
    const p = 1 / (1 + Math.exp(-logLikelihoodRatio(coefficients, features)))
    for (let a = 0; a < size; a++) {
      gradient[a] = (gradient[a] ?? 0) + weight * (Number(related) - p) * (row[a] ?? 0)
      const line = curvature[a] as number[]
      for (let b = 0; b < size; b++) line[b] = (line[b] ?? 0) + weight * p * (1 - p) * (row[a] ?? 0) * (row[b] ?? 0)
    }
  }
  return { gradient, curvature }
}

/** Gauss–Jordan elimination with row exchange; `matrix` is small and positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.reduce((best, row, r) => (r >= i && magnitude(row, i) > magnitude(rows[best], i) ? r : best), i)
    const [top, other] = [rows[i] as number[], rows[pivot] as number[]]
    rows[i] = other
    rows[pivot] = top
    const lead = rows[i] as number[]
    for (const [r, row] of rows.entries()) {
      if (r === i) continue
      const factor = (row[i] ?? 0) / (lead[i] || 1e-12)
      for (let k = i; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (lead[k] ?? 0)
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] || 1e-12))
}

const magnitude = (row: readonly number[] | undefined, column: number): number => Math.abs(row?.[column] ?? 0)
