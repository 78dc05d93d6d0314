/** Method `openings`: how often two models begin an answer with the same masked tokens, weighed by how few others do. */

import type { ScorePrompt } from './comparison-method'
import { functionWords } from './function-words'
import { firstTokensOf } from './word-tokens'

const longest = 12

/**
 * (1/12) Σ over k = 1…12 of [the same first k masked tokens] · ln(n / c_k), where c_k is how many of the n models of the
 * comparison begin with that prefix. An answer of fewer than k tokens has no prefix of length k, so that two short
 * answers do not agree by being short. Unit: nats. Source: masked-prefix agreement, docs/decisions/040.
 */
export const scoreOpenings: ScorePrompt = ({ texts }, into) => {
  const n = texts.length
  const openings = texts.map((text) => firstTokensOf(text, longest).map(maskToken))
  for (let k = 1; k <= longest; k++) {
    for (const sharers of modelsByPrefix(openings, k)) {
      const gain = Math.log(n / sharers.length) / longest
      for (const i of sharers) for (const j of sharers) into[i * n + j] = (into[i * n + j] as number) + gain
    }
  }
}

/** Keeps function words and marks; a number becomes `#N`, any other word `#X`: form stays and subject goes. */
export function maskToken(token: string): string {
  if (functionWords.has(token)) return token
  if (/^\p{N}+$/u.test(token)) return '#N'
  return /[\p{L}\p{N}]/u.test(token) ? '#X' : token
}

function modelsByPrefix(openings: readonly string[][], k: number): Iterable<number[]> {
  const sharers = new Map<string, number[]>()
  for (const [model, opening] of openings.entries()) {
    if (opening.length < k) continue
    const prefix = opening.slice(0, k).join(' ')
    const known = sharers.get(prefix)
    if (known) known.push(model)
    else sharers.set(prefix, [model])
  }
  return sharers.values()
}
