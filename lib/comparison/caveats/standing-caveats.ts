/** Caveats on how the first candidate stands: against the controls, against the others, and between the methods. */

import type { CandidateResult, ComparisonResult, ControlResult } from '@/lib/comparison/comparison-result'
import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import { methodDefinitions } from '@/lib/comparison/methods/method-definitions'

export type Standing = Pick<ComparisonResult, 'candidates' | 'controls' | 'passages'> & {
  firstInResamples: readonly { name: string; count: number }[]
  samples: number
}

/** Sentences for each way in which the first place is less than it seems; none when nothing takes from it. */
export function standingCaveats({ candidates, controls, passages, firstInResamples, samples }: Standing): string[] {
  const [best] = candidates
  if (!best) return []
  return [
    ...methodsOf(best).flatMap((id) => amongControls(best, id, controls)),
    ...passagesAmongControls(best.name, passages),
    ...unsettledOrder(best.name, candidates.length, { firstInResamples, samples }),
    ...disagreement(best, candidates),
  ]
}

const methodsOf = ({ methods }: CandidateResult): MethodId[] => Object.keys(methods) as MethodId[]

/** The method as the page calls it, within a sentence. */
const called = (id: MethodId): string =>
  (methodDefinitions.find((definition) => definition.id === id)?.title ?? id).toLowerCase()

function amongControls(best: CandidateResult, id: MethodId, controls: readonly ControlResult[]): string[] {
  const { score } = best.methods[id]
  if (score === null) return []
  const above = controls.filter(({ methods }) => (methods[id].score ?? Number.NEGATIVE_INFINITY) >= score)
  if (above.length === 0) return []
  return [`By ${called(id)}, ${best.name} scores no higher than ${above.length} of ${controls.length} controls.`]
}

/** Passages impress more than they weigh: they are set against what a control shares with the suspect. */
function passagesAmongControls(best: string, passages: Standing['passages']): string[] {
  const own = passages.find(({ name, role }) => role === 'candidate' && name === best)
  const most = Math.max(0, ...passages.filter(({ role }) => role === 'control').map((control) => control.per10kWords))
  if (!own || own.found === 0 || own.per10kWords > most) return []
  const rate = `${own.per10kWords.toFixed(1)} for 10,000 words of it, up to ${most.toFixed(1)} for a control`
  return [`Shared passages do not set ${best} apart: ${rate}.`]
}

function unsettledOrder(
  best: string,
  candidates: number,
  { firstInResamples, samples }: Pick<Standing, 'firstInResamples' | 'samples'>,
): string[] {
  const first = firstInResamples.find(({ name }) => name === best)?.count ?? 0
  if (candidates < 2 || first >= samples * 0.95) return []
  return [`The order is not settled: ${best} comes first in ${first} of ${samples} resamples of the prompts.`]
}

function disagreement(best: CandidateResult, candidates: readonly CandidateResult[]): string[] {
  const scoreOf = (candidate: CandidateResult, id: MethodId) => candidate.methods[id].score ?? Number.NEGATIVE_INFINITY
  const ledBy = new Map<string, MethodId[]>()
  for (const id of methodsOf(best)) {
    const { name } = candidates.reduce((a, b) => (scoreOf(b, id) > scoreOf(a, id) ? b : a))
    ledBy.set(name, [...(ledBy.get(name) ?? []), id])
  }
  if (ledBy.size < 2) return []
  const parts = [...ledBy].map(([name, ids]) => `${name} by ${ids.map(called).join(', ')}`)
  return [`The methods disagree on the first candidate: ${parts.join('; ')}.`]
}
