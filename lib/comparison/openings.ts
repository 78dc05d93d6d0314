/** Method `openings`: how often two models begin an answer with the same masked tokens, weighed by how few others do. */

import type { ScorePrompt } from './comparison-method'
import { PairNumbers } from './gram-table'

const longest = 12

/**
 * (1/12) Σ over k = 1…12 of [the same first k masked tokens] · ln(n / c_k), where c_k is how many of the n models of the
 * comparison begin with that prefix. An answer of fewer than k tokens has no prefix of length k, so that two short
 * answers do not agree by being short. Unit: nats. Source: masked-prefix agreement, docs/decisions/040.
 */
export const scoreOpenings: ScorePrompt = ({ forms }, into) => {
  const n = forms.length
  const table = new PairNumbers()
  const prefixes = new Int32Array(n)
  for (let k = 1; k <= longest; k++) {
    const sharers = new Map<number, number[]>()
    for (const [model, { form }] of forms.entries()) {
      if (form.length < k) continue
      const prefix = table.numberOf(k === 1 ? 0 : 1 + (prefixes[model] as number), form[k - 1] as number)
      prefixes[model] = prefix
      const known = sharers.get(prefix)
      if (known) known.push(model)
      else sharers.set(prefix, [model])
    }
    for (const models of sharers.values()) {
      const gain = Math.log(n / models.length) / longest
      for (const i of models) for (const j of models) into[i * n + j] = (into[i * n + j] as number) + gain
    }
  }
}
