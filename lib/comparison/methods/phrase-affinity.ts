/** Method `phrase-affinity`: how much of two answers' wording is shared, weighed towards what few models wrote. */

import type { ScorePrompt } from './comparison-method'
import { gramCosines } from './gram-cosine'
import { countGrams } from './gram-counts'

/**
 * Cosine of (1 + ln tf) · ln(1 + n/df) over word 1–3-grams of the whole answer, df within the prompt over the n models.
 * From 0 to 1. An answer without words scores 0 with everyone. Source: Salton and Buckley 1988, docs/decisions/040.
 */
export const scorePhraseAffinity: ScorePrompt = ({ words }, into) => {
  gramCosines(countGrams(words, { shortest: 1, longest: 3 }), into)
}
