/** What a comparison method is: a pure, symmetric score of each pair of models on one prompt. */

/** The n models' prepared answers to one prompt: as text, and as word numbers of the comparison's vocabulary (from 1). */
export type PromptAnswers = { texts: readonly string[]; words: readonly Int32Array[] }

/**
 * Fills `into`, an n × n row-major matrix of zeros, with the symmetric scores of all pairs for one prompt. Higher is more
 * alike. No state between prompts, no randomness.
 */
export type ScorePrompt = (answers: PromptAnswers, into: Float64Array) => void

export type MethodId = 'openings' | 'phrase-affinity'
