/** What a comparison method is: a pure, symmetric score of each pair of models, prompt by prompt or over all prompts. */

import type { Form } from './mask-tokens'

/** What the methods look at of the n models' prepared answers to one prompt. */
export type PromptAnswers = {
  /** As word numbers of the comparison's vocabulary (from 1). */
  words: readonly Int32Array[]
  forms: readonly Form[]
  /** The words of the prompt itself by the same numbers, 0 for a word that no answer has. */
  asked: Int32Array
}

/**
 * Fills `into`, an n × n row-major matrix of zeros, with the symmetric scores of all pairs for one prompt. Higher is more
 * alike. No state between prompts, no randomness. `controls` are the places of the controls.
 */
export type ScorePrompt = (answers: PromptAnswers, into: Float64Array, controls: readonly number[]) => void

export type MethodId =
  | 'openings'
  | 'sentence-shape'
  | 'over-represented'
  | 'phrase-affinity'
  | 'rare-phrases'
  | 'format-profile'
  | 'closers'
  | 'grammar-likelihood'
