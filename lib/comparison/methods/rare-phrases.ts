/** Method `rare-phrases`: how much two models share of wording that no control and not the prompt has. */

import type { ScorePrompt } from './comparison-method'
import { PairNumbers } from './gram-table'

const fewestWords = 6

/**
 * Σ over the six-word sequences that both answers hold, that are not in the prompt and that no control but the two
 * themselves uses for this prompt, of ln(n / models that use it), divided by the geometric mean of the two answers'
 * lengths in words and times 1,000. Unit: nats for 1,000 words. A longer shared passage counts once for each window in it.
 * Source: rare shared n-grams as in n-gram tracing (Grieve et al. 2019), docs/decisions/041.
 */
export const scoreRarePhrases: ScorePrompt = ({ words, asked }, into, controls) => {
  const n = words.length
  const numbers = new SixWords()
  const inPrompt = new Set(numbers.read(asked))
  const holders = new Map<number, number[]>()
  for (const [model, answer] of words.entries()) {
    for (const window of new Set(numbers.read(answer))) {
      if (inPrompt.has(window)) continue
      const known = holders.get(window)
      if (known) known.push(model)
      else holders.set(window, [model])
    }
  }
  const isControl = new Set(controls)
  const lengths = words.map((answer) => Math.max(1, answer.length))
  for (const models of holders.values()) {
    if (models.length < 2) continue
    const gain = Math.log(n / models.length)
    const held = models.filter((model) => isControl.has(model)).length
    for (const i of models) {
      for (const j of models) {
        if (held > Number(isControl.has(i)) + (i === j ? 0 : Number(isControl.has(j)))) continue
        const length = Math.sqrt((lengths[i] as number) * (lengths[j] as number))
        into[i * n + j] = (into[i * n + j] as number) + (1000 * gain) / length
      }
    }
  }
}

/** Numbers six-word windows: two words make a pair, pairs a four, a four and a pair a six. */
class SixWords {
  private readonly pairs = new PairNumbers()
  private readonly fours = new PairNumbers()
  private readonly sixes = new PairNumbers()

  read(words: Int32Array): Int32Array {
    const pairs = new Int32Array(Math.max(0, words.length - 1))
    for (let i = 0; i < pairs.length; i++) pairs[i] = this.pairs.numberOf(words[i] as number, words[i + 1] as number)
    const windows = new Int32Array(Math.max(0, words.length - fewestWords + 1))
    for (let i = 0; i < windows.length; i++) {
      const four = this.fours.numberOf(pairs[i] as number, pairs[i + 2] as number)
      windows[i] = this.sixes.numberOf(four, pairs[i + 4] as number)
    }
    return windows
  }
}
