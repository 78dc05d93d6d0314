/** What scores of unrelated models look like in this comparison, read off its controls. */

import { centredOn } from '@/lib/comparison/centre'
import type { Lineage } from '@/lib/comparison/lineup'
import { standardised } from '@/lib/comparison/weights/fused-features'
import { robustScale, type Scale } from './robust-scale'

/** Places of the candidates' snapshots and of the controls in an n × n matrix of mean raw scores. */
export type Population = { n: number; candidates: readonly number[]; controls: readonly number[] }

/** Candidates whose snapshots are this alike, in widths, are not alternatives to each other. */
const kinAbove = 2.5

/**
 * Median and width of the centred scores of pairs that are unrelated by the choice of controls: every two controls, and
 * every control with every candidate's snapshot. A family among the controls is a minority that moves neither.
 */
export function nullScale(mean: Float64Array, { n, candidates, controls }: Population): Scale {
  const centred = centredOn(controls, mean, n)
  const scores: number[] = []
  for (const [i, control] of controls.entries()) {
    for (const other of [...controls.slice(i + 1), ...candidates]) {
      const score = centred(control, other)
      if (score !== null) scores.push(score)
    }
  }
  return robustScale(scores)
}

/** Which candidates are kin: the mean over the methods of how far their closest snapshots stand out is above 2.5. */
export function kinAmong(
  lineages: readonly Lineage[],
  methods: readonly { mean: Float64Array; scale: Scale }[],
  { n, controls }: Population,
): boolean[][] {
  const centred = methods.map(({ mean, scale }) => ({ scoreOf: centredOn(controls, mean, n), scale }))
  const likeness = (a: number, b: number): number =>
    centred.reduce((sum, { scoreOf, scale }) => {
      const score = scoreOf(a, b)
      return sum + (score === null ? 0 : standardised(score, scale))
    }, 0) / methods.length
  const closest = (one: Lineage, other: Lineage): number =>
    Math.max(...one.places.flatMap((a) => other.places.map((b) => likeness(a, b))))
  return lineages.map((one) => lineages.map((other) => one !== other && closest(one, other) > kinAbove))
}
