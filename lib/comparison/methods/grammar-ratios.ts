/** λ as a reader sees it: what the references say for each model that was scored with the suspect. */

import type { Role } from '@/lib/comparison/comparison-result'
import type { Measured } from '@/lib/comparison/measured-comparison'
import { centralInterval, resampleMeans } from '@/lib/comparison/statistics/bootstrap'
import { rounded, roundedInterval } from '@/lib/comparison/statistics/significant-digits'
import { grammarReferences } from './grammar-likelihood'

/**
 * `lambda` in log10 units a token with its 95 % bootstrap interval over prompts: above 0, the model's grammar foretells the
 * suspect's sentences better than mixtures of controls do. `favoured` of `references` say so. Null: too few sentences.
 */
export type GrammarRatio = {
  name: string
  role: Role
  references: number
  lambda: number | null
  interval: [number, number] | null
  favoured: number | null
}

/** In the order of the line-up: snapshots of candidates, then controls. */
export function grammarRatios(
  { lineup, lambdas = new Map() }: Measured,
  resampling: { samples: number; seed: number },
): GrammarRatio[] {
  return [...lambdas].map(([place, found]) => {
    const { name = '', role = 'control' } = lineup.participants[place] ?? {}
    const base = { name, role, references: grammarReferences }
    if (!found) return { ...base, lambda: null, interval: null, favoured: null }
    const byPrompt: Float64Array = found.byPrompt
    const mean = byPrompt.reduce((sum, value) => sum + value, 0) / byPrompt.length
    const means = resampleMeans([byPrompt], resampling).map(([value]) => value ?? 0)
    return {
      ...base,
      lambda: rounded(mean),
      interval: roundedInterval(centralInterval(means)),
      favoured: found.favoured,
    }
  })
}
