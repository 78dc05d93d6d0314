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
  let groups: number[][] = [sequences.map((_, model) => model)]
  for (let k = 1; k <= longest; k++) {
    groups = groups.flatMap((models) => splitByToken(models, (model) => sequences[model]?.[k - 1]))
    for (const models of groups) {
      const gain = Math.log(n / models.length) / longest
      for (const i of models) for (const j of models) into[i * n + j] = (into[i * n + j] as number) + gain
    }
  }
}

/** The models in groups of the same token; those that have none are in no group. */
function splitByToken(models: readonly number[], tokenOf: (model: number) => number | undefined): number[][] {
  if (models.length === 1) return tokenOf(models[0] as number) === undefined ? [] : [[models[0] as number]]
  const groups = new Map<number, number[]>()
  for (const model of models) {
    const token = tokenOf(model)
    if (token === undefined) continue
    const known = groups.get(token)
    if (known) known.push(model)
    else groups.set(token, [model])
  }
  return [...groups.values()]
}
