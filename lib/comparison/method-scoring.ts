/** How each method that scores prompt by prompt does so; `method-definitions` says what it means. */

import type { MethodId } from './comparison-method'
import { scoreOpenings } from './openings'
import { scorePhraseAffinity } from './phrase-affinity'
import { scoreRarePhrases } from './rare-phrases'
import type { PromptScoring } from './score-matrices'
import { scoreSentenceShape } from './sentence-shape'

/** `openings` and `sentence-shape` count only likeness beyond that of answers to different prompts. */
export const fusedScoring = {
  openings: { score: scoreOpenings, beyondManner: true },
  'sentence-shape': { score: scoreSentenceShape, beyondManner: true },
} as const satisfies Partial<Record<MethodId, PromptScoring>>

/** Every method that scores prompt by prompt: all but `over-represented`, which pools them. */
export const promptScoring: Readonly<Record<Exclude<MethodId, 'over-represented'>, PromptScoring>> = {
  ...fusedScoring,
  'phrase-affinity': { score: scorePhraseAffinity, beyondManner: false },
  'rare-phrases': { score: scoreRarePhrases, beyondManner: false },
}
