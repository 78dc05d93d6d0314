/** The short phrases that a model says more often than the controls do: what the score of favoured phrases rests on. */

import { profilesOf } from '@/lib/comparison/methods/over-represented'
import { countByModel, type PooledGrams } from '@/lib/comparison/methods/pooled-grams'
import { rounded } from '@/lib/comparison/statistics/significant-digits'

/** `z` is the log-odds against the controls in standard errors, less the controls' mean; `uses` counts first 40 words of answers. */
export type FavouritePhrase = { phrase: string; z: number; uses: number; suspectZ: number; suspectUses: number }

/** A model's phrases, most favoured first, each with what the suspect makes of it. */
export type FavouritePhrases = { model: number; phrases: FavouritePhrase[] }

const listed = 15

/** The phrases of the suspect (at 0) and of the models at `places`; `words` spells word numbers. */
export function favouritePhrases(
  pooled: PooledGrams,
  { places, controls }: { places: readonly number[]; controls: readonly number[] },
  words: readonly string[],
): FavouritePhrases[] {
  const { size } = pooled
  const profiles = profilesOf(pooled, controls)
  const counts = countByModel(pooled)
  const at = (model: number, gram: number) => ({
    z: profiles[model * size + gram] as number,
    uses: counts[model * size + gram] as number,
  })
  return [0, ...places].map((model) => {
    const grams = Array.from({ length: size }, (_, gram) => gram)
      .filter((gram) => at(model, gram).z > 0)
      .sort((a, b) => at(model, b).z - at(model, a).z || at(model, b).uses - at(model, a).uses || a - b)
      .slice(0, listed)
    return {
      model,
      phrases: grams.map((gram) => ({
        phrase: phraseOf(pooled, gram, words),
        z: rounded(at(model, gram).z),
        uses: at(model, gram).uses,
        suspectZ: rounded(at(0, gram).z),
        suspectUses: at(0, gram).uses,
      })),
    }
  })
}

function phraseOf({ spelled }: PooledGrams, gram: number, words: readonly string[]): string {
  return [...spelled.subarray(3 * gram, 3 * gram + 3)]
    .filter((word) => word > 0)
    .map((word) => words[word] ?? '')
    .join(' ')
}
