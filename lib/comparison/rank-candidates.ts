/** Puts candidates in order without a weight: by their mean rank over the methods. */

import { byCodeUnit } from './outputs/prepare-prompts'

/** Candidate's name and its scores in the fixed order of the methods; null ranks last. */
export type Ranked = { name: string; scores: readonly (number | null)[] }

/**
 * Best first by mean rank over the methods; equal scores share the mean of their ranks. A tie goes to the better rank by
 * the first method, then the second and so on, then by name. Methods come in the order of their published ability to
 * tell related from unrelated pairs, fixed before any case is seen.
 */
export function rankCandidates<T extends Ranked>(candidates: readonly T[]): T[] {
  const methods = candidates[0]?.scores.length ?? 0
  const ranks = new Map(candidates.map((candidate) => [candidate, [] as number[]]))
  for (let method = 0; method < methods; method++) {
    const scoreOf = (candidate: T): number => candidate.scores[method] ?? Number.NEGATIVE_INFINITY
    for (const candidate of candidates) {
      const better = candidates.filter((other) => scoreOf(other) > scoreOf(candidate)).length
      const equal = candidates.filter((other) => scoreOf(other) === scoreOf(candidate)).length
      ranks.get(candidate)?.push(better + (equal + 1) / 2)
    }
  }
  const ranksOf = (candidate: T): number[] => ranks.get(candidate) ?? []
  const total = (candidate: T): number => ranksOf(candidate).reduce((sum, rank) => sum + rank, 0)
  return [...candidates].sort(
    (a, b) => total(a) - total(b) || compareInTurn(ranksOf(a), ranksOf(b)) || byCodeUnit(a.name, b.name),
  )
}

function compareInTurn(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
