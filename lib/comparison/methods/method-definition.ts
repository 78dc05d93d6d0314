/** The shape of a method's definition, and what the definitions of all methods have in common. */

import type { MethodId } from './comparison-method'

export type MethodDefinition = {
  id: MethodId
  version: string
  title: string
  /** What it measures, in one sentence that a lawyer understands. */
  sentence: string
  formula: string
  source: string
  /** Against whom a score is read. */
  population: string
  /** How often it is wrong, as far as it is known. */
  errorRate: string
  innocentExplanations: readonly string[]
  cannotShow: readonly string[]
}

export const population =
  'The named controls of this comparison, without the suspect. Frequencies count every model of the comparison: suspect, candidates and controls.'
export const centring =
  'D(s,t) = S(s,t) − mean of S(s,control) − mean of S(control,t) + mean of S over control pairs; S is the mean over the shared prompts; interval: 95 % percentile bootstrap over prompts.'
export const errorRate = 'Error rate not established for this method alone.'
export const cannotShow = [
  'That training on the candidate’s output took place, its volume, its intent, or a breach of terms.',
  'Which of two models learned from the other.',
  'Whether likeness comes from training on output, from shared weights, or from one maker.',
]
