/** The form of a text without its subject: function words and marks stay, everything else is hidden. */

import { functionWords } from './function-words'
import { type AnswerGrams, countAnswer } from './gram-counts'
import { PairNumbers } from './gram-table'
import { type LineForms, lineFormsOf } from './line-forms'
import { firstTokensOf, lastTokensOf } from './word-tokens'

/** How many of an answer's first tokens the masked methods look at. */
const formTokens = 60
const endTokens = 12
const shapeLengths = { shortest: 2, longest: 4 }

/**
 * An answer's first 60 masked tokens by number (from 1), its masked 2–4-grams in them, its last 12 masked tokens from the
 * last to the first, and the kinds of its lines.
 */
export type Form = { form: Int32Array; shape: AnswerGrams; end: Int32Array; lines: LineForms }

/** Keeps function words and marks; a number becomes `#N`, any other word `#X`: form stays and subject goes. */
export function maskToken(token: string): string {
  if (functionWords.has(token)) return token
  if (/^\p{N}+$/u.test(token)) return '#N'
  return /[\p{L}\p{N}]/u.test(token) ? '#X' : token
}

const sentenceEnds = ['.', '!', '?']

/** The sentences of a numbered form: each ends with `.`, `!` or `?`; the last may be cut off. */
export function sentencesOf(form: Int32Array): Int32Array[] {
  const sentences: Int32Array[] = []
  let start = 0
  for (let at = 1; at <= form.length; at++) {
    if (at < form.length && (form[at - 1] as number) > sentenceEnds.length) continue
    sentences.push(form.subarray(start, at))
    start = at
  }
  return sentences
}

/**
 * Numbers masked tokens and their grams in the order first seen, so that the masked methods work on numbers. The marks
 * that end a sentence have the first numbers.
 */
export class FormNumbers {
  private readonly numbers = new Map(sentenceEnds.map((mark, k) => [mark, k + 1]))
  private readonly ofTokens = new Map<string, number>()
  private readonly grams = new PairNumbers()

  read(text: string): Form {
    const form = this.numbersOf(firstTokensOf(text, formTokens))
    const end = this.numbersOf(lastTokensOf(text, endTokens))
    return { form, shape: countAnswer(form, shapeLengths, this.grams), end, lines: lineFormsOf(text) }
  }

  /** Each token is masked once, whatever how often it occurs. */
  private numbersOf(tokens: readonly string[]): Int32Array {
    const numbers = new Int32Array(tokens.length)
    for (const [at, token] of tokens.entries()) {
      const known = this.ofTokens.get(token) ?? this.numberOf(maskToken(token))
      this.ofTokens.set(token, known)
      numbers[at] = known
    }
    return numbers
  }

  private numberOf(form: string): number {
    const known = this.numbers.get(form)
    if (known !== undefined) return known
    this.numbers.set(form, this.numbers.size + 1)
    return this.numbers.size
  }
}
