/** The passages that a reader wants to see: word sequences that suspect and candidate share and no control uses. */

import { byCodeUnit, type PreparedPrompt } from './prepare-prompts'
import { sharedRuns } from './shared-runs'
import { rounded } from './significant-digits'
import type { RarityOf } from './word-rarity'
import { type PlacedWord, placedWordsOf, wordsOf } from './word-tokens'

/** `excerpt` starts at UTF-16 offset `from` of the prepared answer of `length` units; the span lies within the excerpt. */
export type PassageSide = { excerpt: string; from: number; length: number; spanStart: number; spanEnd: number }

export type Passage = {
  promptId: string
  prompt: string | null
  words: number
  /** Sum over its words of how rare each is (nats): orders the passages of one comparison and means nothing beyond it. */
  rarity: number
  suspect: PassageSide
  other: PassageSide
}

/** `found` and `prompts` count all passages and the prompts that have one; `items` holds the rarest with excerpts. */
export type PassageFindings = { found: number; prompts: number; items: Passage[] }

/** Shortest passage, in words. */
export const shortestPassage = 6
const listedPerPrompt = 3
const contextUnits = 240

/** Places of the models in each prompt's texts. */
export type Sought = { suspect: number; other: number; controls: readonly number[] }

type Found = { prompt: PreparedPrompt; words: number; rarity: number; suspect: PlacedWord[]; other: PlacedWord[] }

/**
 * Passages of at least six words that `suspect` and `other` both wrote for the same prompt, where none of a passage's
 * six-word windows is in the prompt or in a control's answer to it; the `listed` rarest come with excerpts, at most three
 * a prompt. Words are compared in lower case and without marks. A word counts for as much as it is rare among all
 * answers; words of the prompt count nothing.
 */
export function tellingPassages(
  prompts: readonly PreparedPrompt[],
  sought: Sought,
  { rarityOf, listed }: { rarityOf: RarityOf; listed: number },
): PassageFindings {
  const perPrompt = prompts.map((prompt) => passagesOf(prompt, sought, rarityOf))
  const rarest = perPrompt
    .flatMap((passages) => passages.sort(rarestFirst).slice(0, listedPerPrompt))
    .sort(rarestFirst)
    .slice(0, listed)
  return {
    found: perPrompt.reduce((sum, passages) => sum + passages.length, 0),
    prompts: perPrompt.filter((passages) => passages.length > 0).length,
    items: rarest.map((found) => withExcerpts(found, sought)),
  }
}

function passagesOf(prompt: PreparedPrompt, { suspect, other, controls }: Sought, rarityOf: RarityOf): Found[] {
  const ofPrompt = wordsOf(prompt.prompt ?? '')
  const elsewhere = controls
    .filter((control) => control !== other)
    .map((control) => wordsOf(prompt.texts[control] ?? ''))
  const first = placedWordsOf(prompt.texts[suspect] ?? '')
  const second = placedWordsOf(prompt.texts[other] ?? '')
  const texts = { first: first.map(asWord), second: second.map(asWord), elsewhere: [ofPrompt, ...elsewhere] }
  const asked = new Set(ofPrompt)
  return sharedRuns(texts, shortestPassage).map(({ a, b, length }) => {
    const words = first.slice(a, a + length)
    const rarity = words.reduce((sum, { word }) => sum + (asked.has(word) ? 0 : rarityOf(word)), 0)
    return { prompt, words: length, rarity: rounded(rarity), suspect: words, other: second.slice(b, b + length) }
  })
}

const asWord = ({ word }: PlacedWord): string => word

function rarestFirst(a: Found, b: Found): number {
  return (
    b.rarity - a.rarity ||
    byCodeUnit(a.prompt.promptId, b.prompt.promptId) ||
    (a.suspect[0]?.start ?? 0) - (b.suspect[0]?.start ?? 0)
  )
}

function withExcerpts({ prompt, words, rarity, suspect, other }: Found, sought: Sought): Passage {
  return {
    promptId: prompt.promptId,
    prompt: prompt.prompt,
    words,
    rarity,
    suspect: excerptAround(prompt.texts[sought.suspect] ?? '', suspect),
    other: excerptAround(prompt.texts[sought.other] ?? '', other),
  }
}

/** The passage with some text about it, cut between characters that belong together. */
function excerptAround(text: string, words: readonly PlacedWord[]): PassageSide {
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? start
  const from = wholeCharacter(text, Math.max(0, start - contextUnits))
  const to = wholeCharacter(text, Math.min(text.length, end + contextUnits))
  return { excerpt: text.slice(from, to), from, length: text.length, spanStart: start - from, spanEnd: end - from }
}

function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}
