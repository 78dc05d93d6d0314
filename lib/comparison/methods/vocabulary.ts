/** Numbers the words of all answers once, so that every later step works on numbers, and counts how common each is. */

import { wordsOf } from './word-tokens'

/** Numbers start at 1 in the order first seen. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly holders: number[] = [0]
  private readonly lastAnswer: number[] = [0]
  private answers = 0

  /** The words of one answer by number, in order; counts the answer. */
  readAnswer(text: string): Int32Array {
    this.answers += 1
    const words = wordsOf(text)
    const numbers = new Int32Array(words.length)
    for (let at = 0; at < words.length; at++) numbers[at] = this.count(words[at] as string)
    return numbers
  }

  /** The number of `word`, or 0 when no answer holds it. */
  find(word: string): number {
    return this.numbers.get(word) ?? 0
  }

  /** The words by their numbers; 0 is the empty text. */
  words(): string[] {
    return ['', ...this.numbers.keys()]
  }

  /** Rarity in nats: ln(answers / answers that hold the word). */
  rarityOf(number: number): number {
    return Math.log(this.answers / (this.holders[number] ?? 1))
  }

  private count(word: string): number {
    let number = this.numbers.get(word)
    if (number === undefined) {
      number = this.holders.push(0) - 1
      this.lastAnswer.push(0)
      this.numbers.set(word, number)
    }
    if (this.lastAnswer[number] !== this.answers) {
      this.lastAnswer[number] = this.answers
      this.holders[number] = (this.holders[number] as number) + 1
    }
    return number
  }
}
