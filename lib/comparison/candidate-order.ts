/** Candidates best first, controls by name, and how often each candidate would come first with other prompts. */

import type { CandidateResult, ControlResult } from './comparison-result'
import type { Lineage } from './lineup'
import { byMethod, candidatesOf, controlScore, lineageScore, type Measured } from './measured-comparison'
import type { MethodId } from './methods/comparison-method'
import { rankCandidates } from './rank-candidates'
import { rounded, roundedInterval } from './statistics/significant-digits'
import { fusedMethods } from './weights/fused-features'
import type { Weight } from './weights/weigh-candidates'

/** Weights in the order of `candidatesOf`, and the same beside the heaviest. */
export type Weighed = { weights: readonly Weight[] | null; beside: readonly Weight[] | null }

/**
 * Candidates by their weight before it was cut, or without weights by mean rank over the fused methods. Without a
 * weight none supports.
 */
export function candidatesInOrder(measured: Measured, { weights, beside }: Weighed): CandidateResult[] {
  const lineages = candidatesOf(measured)
  const results = lineages.map((lineage, k) => candidateResult(measured, lineage, weights?.[k] ?? null))
  const rank = orderOf(
    lineages,
    weights?.map(({ uncapped }) => uncapped) ?? null,
    (lineage, id) => lineageScore(measured, id, lineage).score,
  )
  return rank.map((k, at) => ({
    ...(results[k] as CandidateResult),
    besideFirst: at === 0 ? null : besideOf(beside?.[k]),
  }))
}

/** The control at `place` as the result names it. */
export function controlResult(measured: Measured, place: number): ControlResult {
  return {
    name: measured.lineup.participants[place]?.name ?? '',
    methods: byMethod((id) => shown(controlScore(measured, id, place))),
  }
}

/** In how many resamples each candidate comes first by the same order, most first; `values[sample][candidate]` when weighed. */
export function leadersOf(
  measured: Measured,
  samples: number,
  values: readonly (readonly number[])[] | null,
): { name: string; count: number }[] {
  const lineages = candidatesOf(measured)
  const counts = lineages.map(() => 0)
  const scores = lineages.map((lineage) => byMethod((id) => lineageScore(measured, id, lineage).resampled))
  for (let sample = 0; sample < samples; sample++) {
    const scoreAt = (lineage: Lineage, id: MethodId) => scores[lineages.indexOf(lineage)]?.[id]?.[sample] ?? null
    const [first] = orderOf(lineages, values?.[sample] ?? null, scoreAt)
    if (first !== undefined) counts[first] = (counts[first] ?? 0) + 1
  }
  return lineages.map(({ name }, k) => ({ name, count: counts[k] ?? 0 })).sort((a, b) => b.count - a.count)
}

/** Indices of the candidates, best first. */
function orderOf(
  lineages: readonly Lineage[],
  values: readonly number[] | null,
  scoreOf: (lineage: Lineage, id: MethodId) => number | null,
): number[] {
  const ranked = lineages.map((lineage, k) => ({
    k,
    name: lineage.name,
    scores: values ? [values[k] ?? null] : fusedMethods.map((id) => scoreOf(lineage, id)),
  }))
  return rankCandidates(ranked).map(({ k }) => k)
}

function candidateResult(measured: Measured, lineage: Lineage, weight: Weight | null): CandidateResult {
  return {
    name: lineage.name,
    snapshots: lineage.places.length,
    log10LR: weight && rounded(weight.log10LR),
    interval: weight && roundedInterval(weight.interval),
    capped: weight?.capped ?? false,
    verdict: weight?.verdict ?? 'inconclusive',
    methods: byMethod((id) => shown(lineageScore(measured, id, lineage))),
  }
}

function besideOf(weight: Weight | undefined): CandidateResult['besideFirst'] {
  if (!weight) return null
  const [low, high] = weight.interval
  return { log10LR: rounded(weight.log10LR), interval: [rounded(low), rounded(high)] }
}

const shown = ({ score, interval }: ReturnType<typeof lineageScore>) => ({ score, interval })
