/** Shows a passage in its place: some text about it and the offsets of the words that are shared. */

import { placedWordsOf } from '@/lib/comparison/methods/word-tokens'

/** `excerpt` starts at UTF-16 offset `from` of the prepared answer of `length` units; the span lies within the excerpt. */
export type PassageSide = { excerpt: string; from: number; length: number; spanStart: number; spanEnd: number }

const contextUnits = 240

/** Words `first` to `first + count` of `text` with up to 240 units on either side, cut between whole characters. */
export function excerptAround(text: string, { first, count }: { first: number; count: number }): PassageSide {
  const words = placedWordsOf(text).slice(first, first + count)
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
