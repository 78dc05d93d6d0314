/** How rare a word is among all answers of a comparison: what makes a shared passage worth reading. */

import type { PreparedPrompt } from './prepare-prompts'
import { wordsOf } from './word-tokens'

/** Rarity of a word in nats: ln(answers / answers that hold it); a word never counted is as rare as one in a single answer. */
export type RarityOf = (word: string) => number

/** Counts, over every answer of every model, in how many each word occurs. */
export function wordRarity(prompts: readonly PreparedPrompt[]): RarityOf {
  const holders = new Map<string, number>()
  let answers = 0
  for (const { texts } of prompts) {
    for (const text of texts) {
      answers += 1
      for (const word of new Set(wordsOf(text))) holders.set(word, (holders.get(word) ?? 0) + 1)
    }
  }
  return (word) => Math.log(answers / (holders.get(word) ?? 1))
}
