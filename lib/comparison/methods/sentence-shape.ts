/** Method `sentence-shape`: how alike two answers are built where they begin, with their subject hidden. */

import type { ScorePrompt } from './comparison-method'
import { gramCosines } from './gram-cosine'
import { renumberGrams } from './gram-counts'

/**
 * Cosine of (1 + ln tf) · ln(1 + n/df) over masked 2–4-grams of the first 60 tokens, df within the prompt over the n
 * models. From 0 to 1. An answer of fewer than two tokens scores 0 with everyone. Source: Salton and Buckley 1988 over
 * masked text, docs/decisions/041.
 */
export const scoreSentenceShape: ScorePrompt = ({ forms }, into) => {
  gramCosines(renumberGrams(forms.map(({ shape }) => shape)), into)
}
