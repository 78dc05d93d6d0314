/** What a comparison method is: a pure, symmetric score of each pair of models on one prompt. */

/**
 * Fills `into`, an n × n row-major matrix of zeros, with the symmetric scores of all pairs for one prompt.
 * `texts` are the n models' prepared answers to it. Higher is more alike. No state between prompts, no randomness.
 */
export type ScorePrompt = (texts: readonly string[], into: Float64Array) => void

export type MethodId = 'openings' | 'phrase-affinity'
