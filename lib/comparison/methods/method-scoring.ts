/** How each method that scores prompt by prompt does so; `method-definitions` says what it means. */

import type { PromptScoring } from '@/lib/comparison/score-matrices'
import type { MethodId } from './comparison-method'
import { scoreFormatProfile } from './format-profile'
import { scoreClosers, scoreOpenings } from './openings'
import { scorePhraseAffinity } from './phrase-affinity'
import { scoreRarePhrases } from './rare-phrases'
import { scoreSentenceShape } from './sentence-shape'

/** `openings` and `sentence-shape` count only likeness beyond that of answers to different prompts. */
export const fusedScoring = {
  openings: { score: scoreOpenings, beyondManner: true },
  'sentence-shape': { score: scoreSentenceShape, beyondManner: true },
} as const satisfies Partial<Record<MethodId, PromptScoring>>

/** Every method that scores prompts one by one: not `over-represented`, which pools them, nor the one that learns from all. */
export const promptScoring: Readonly<
  Record<Exclude<MethodId, 'over-represented' | 'grammar-likelihood'>, PromptScoring>
> = {
  ...fusedScoring,
  'phrase-affinity': { score: scorePhraseAffinity, beyondManner: false },
  'rare-phrases': { score: scoreRarePhrases, beyondManner: false },
  'format-profile': { score: scoreFormatProfile, beyondManner: false },
  closers: { score: scoreClosers, beyondManner: false },
}
