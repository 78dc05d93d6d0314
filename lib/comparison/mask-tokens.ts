/** The form of a text without its subject: function words and marks stay, everything else is hidden. */

import { functionWords } from './function-words'
import { type AnswerGrams, countAnswer } from './gram-counts'
import { PairNumbers } from './gram-table'
import { firstTokensOf } from './word-tokens'

/** How many of an answer's first tokens the masked methods look at. */
const formTokens = 60
const shapeLengths = { shortest: 2, longest: 4 }

/** An answer's first 60 masked tokens by number (from 1), and its masked 2–4-grams in them. */
export type Form = { form: Int32Array; shape: AnswerGrams }

/** Keeps function words and marks; a number becomes `#N`, any other word `#X`: form stays and subject goes. */
export function maskToken(token: string): string {
  if (functionWords.has(token)) return token
  if (/^\p{N}+$/u.test(token)) return '#N'
  return /[\p{L}\p{N}]/u.test(token) ? '#X' : token
}

/** Numbers masked tokens and their grams in the order first seen, so that the masked methods work on numbers. */
export class FormNumbers {
  private readonly numbers = new Map<string, number>()
  private readonly grams = new PairNumbers()

  read(text: string): Form {
    const form = Int32Array.from(firstTokensOf(text, formTokens), (token) => this.numberOf(maskToken(token)))
    return { form, shape: countAnswer(form, shapeLengths, this.grams) }
  }

  private numberOf(form: string): number {
    const known = this.numbers.get(form)
    if (known !== undefined) return known
    this.numbers.set(form, this.numbers.size + 1)
    return this.numbers.size
  }
}
