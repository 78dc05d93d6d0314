/** From the scores of the fused methods to the three numbers that a calibration profile weighs. */

import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import type { Scale } from '@/lib/comparison/statistics/robust-scale'

/** The methods that carry a weight, fixed before any case is seen; the others are reported beside. */
export const fusedMethods = ['openings', 'sentence-shape', 'over-represented'] as const satisfies readonly MethodId[]

/** Scores of each candidate by each fused method, `scores[candidate][method]`, in the order of `fusedMethods`. */
export type FusedInput = {
  scores: readonly (readonly number[])[]
  scales: readonly Scale[]
  /** `kin[i][j]`: candidates i and j are too alike to be alternatives to each other. */
  kin: readonly (readonly boolean[])[]
}

const greatest = 50

/**
 * For each candidate t, with z = (score − median) / width for each method, A their mean and W the least of them:
 * x₁ = sgn(A) ln(1 + |A|); x₂ = A − ln mean exp(A of the other candidates that are not kin), or A where there is none;
 * x₃ = sgn(W) ln(1 + |W|). Source: docs/decisions/041; x₁ and x₂ as first measured, x₃ so that one loud method alone
 * does not carry a pair.
 */
export function fusedFeatures({ scores, scales, kin }: FusedInput): number[][] {
  const z = scores.map((row) => row.map((score, k) => standardised(score, scales[k] as Scale)))
  const means = z.map((row) => Math.min(greatest, row.reduce((sum, value) => sum + value, 0) / row.length))
  return means.map((a, i) => {
    const others = means.filter((_, j) => j !== i && !kin[i]?.[j])
    const rest = others.reduce((sum, other) => sum + Math.exp(other), 0) / Math.max(1, others.length)
    const contrast = others.length > 0 ? a - Math.log(rest) : a
    return [signedLog(a), bounded(contrast), signedLog(Math.min(...(z[i] ?? [])))]
  })
}

/** How far a score stands out of the scale, in widths; a scale without width gives 0. */
export function standardised(score: number, { median, width }: Scale): number {
  return width > 0 ? bounded((score - median) / width) : 0
}

const bounded = (value: number): number => Math.max(-greatest, Math.min(greatest, value))
const signedLog = (value: number): number => Math.sign(value) * Math.log(1 + Math.abs(value))
