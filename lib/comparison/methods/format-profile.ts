/** Method `format-profile`: how alike two answers are laid out in lists, headings, paragraphs and bold type. */

import type { ScorePrompt } from './comparison-method'
import { gramCosines } from './gram-cosine'
import { countGrams } from './gram-counts'

/**
 * Cosine of (1 + ln tf) · ln(1 + n/df) over 1–3-grams of line kinds, df within the prompt over the n models. From 0 to 1.
 * Source: Salton and Buckley 1988 over kinds of lines, docs/decisions/042.
 */
export const scoreFormatProfile: ScorePrompt = ({ forms }, into) => {
  gramCosines(
    countGrams(
      forms.map(({ lines }) => lines),
      { shortest: 1, longest: 3 },
    ),
    into,
  )
}
