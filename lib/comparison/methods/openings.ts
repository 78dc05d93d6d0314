/** Methods `openings` and `closers`: how often two answers begin, or end, with the same masked tokens, weighed by how few do. */

import type { ScorePrompt } from './comparison-method'

const longest = 12

/**
 * (1/12) Σ over k = 1…12 of [the same first k masked tokens] · ln(n / c_k), where c_k is how many of the n models of the
 * comparison begin with that prefix. An answer of fewer than k tokens has no prefix of length k, so that two short
 * answers do not agree by being short. Unit: nats. Source: masked-prefix agreement, docs/decisions/040.
 */
export const scoreOpenings: ScorePrompt = ({ forms }, into) => {
  addAgreement(
    forms.map(({ form }) => form),
    into,
  )
}

/** The same of the last twelve masked tokens, read backwards. */
export const scoreClosers: ScorePrompt = ({ forms }, into) => {
  addAgreement(
    forms.map(({ end }) => end),
    into,
  )
}

function addAgreement(sequences: readonly Int32Array[], into: Float64Array): void {
  const n = sequences.length
  const shared = sharedPrefixes(sequences)
  const gains = new Float64Array(longest + 1)
  for (let i = 0; i < n; i++) {
    for (let k = 1; k <= longest; k++) {
      let holders = 0
      for (let j = 0; j < n; j++) if ((shared[i * n + j] as number) >= k) holders += 1
      gains[k] = (gains[k - 1] as number) + (holders > 0 ? Math.log(n / holders) / longest : 0)
    }
    for (let j = 0; j < n; j++) into[i * n + j] = gains[shared[i * n + j] as number] as number
  }
}

/** How many first tokens each two sequences share, at most twelve, n × n. */
function sharedPrefixes(sequences: readonly Int32Array[]): Uint8Array {
  const n = sequences.length
  const shared = new Uint8Array(n * n)
  for (let i = 0; i < n; i++) {
    const own = sequences[i] as Int32Array
    for (let j = i; j < n; j++) {
      const other = sequences[j] as Int32Array
      const end = Math.min(longest, own.length, other.length)
      let k = 0
      while (k < end && own[k] === other[k]) k += 1
      shared[i * n + j] = k
      shared[j * n + i] = k
    }
  }
  return shared
}
