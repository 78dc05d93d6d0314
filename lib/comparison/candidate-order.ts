/** Candidates best first, controls by name, and how often each candidate would come first with other prompts. */

import type { CandidateResult, ControlResult } from './comparison-result'
import { placesOf } from './lineup'
import { byMethod, type Measured, scoreAt } from './measured-comparison'
import { methodDefinitions } from './method-definitions'
import { rankCandidates } from './rank-candidates'

/** Candidates by mean rank over the methods. Without a calibration profile none carries a weight and none supports. */
export function candidatesInOrder(measured: Measured): CandidateResult[] {
  const ranked = rankCandidates(scoredCandidates(measured, (place) => (id) => scoreAt(measured, id, place).score))
  return ranked.map(({ name, place }) => ({
    name,
    log10LR: null,
    interval: null,
    capped: false,
    verdict: 'inconclusive',
    methods: methodsAt(measured, place),
  }))
}

/** The control at `place` as the result names it. */
export function controlResult(measured: Measured, place: number): ControlResult {
  return { name: measured.lineup.participants[place]?.name ?? '', methods: methodsAt(measured, place) }
}

/** In how many resamples each candidate comes first by the same order, most first. */
export function leadersOf(measured: Measured, samples: number): { name: string; count: number }[] {
  const counts = new Map(placesOf(measured.lineup, 'candidate').map((place) => [place, 0]))
  for (let sample = 0; sample < samples; sample++) {
    const scored = scoredCandidates(
      measured,
      (place) => (id) => scoreAt(measured, id, place).resampled?.[sample] ?? null,
    )
    const [first] = rankCandidates(scored)
    if (first) counts.set(first.place, (counts.get(first.place) ?? 0) + 1)
  }
  return [...counts]
    .map(([place, count]) => ({ name: measured.lineup.participants[place]?.name ?? '', count }))
    .sort((a, b) => b.count - a.count)
}

type ScoreOf = (id: (typeof methodDefinitions)[number]['id']) => number | null

function scoredCandidates({ lineup }: Measured, scoresAt: (place: number) => ScoreOf) {
  return placesOf(lineup, 'candidate').map((place) => ({
    place,
    name: lineup.participants[place]?.name ?? '',
    scores: methodDefinitions.map(({ id }) => scoresAt(place)(id)),
  }))
}

function methodsAt(measured: Measured, place: number): CandidateResult['methods'] {
  return byMethod((id) => {
    const { score, interval } = scoreAt(measured, id, place)
    return { score, interval }
  })
}
