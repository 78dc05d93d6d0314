/** Whether a likeness looks like shared weights or like training on output, as far as a calibration can say. */

import { placesOf } from '@/lib/comparison/lineup'
import { candidatesOf, lineageScore, type Measured } from '@/lib/comparison/measured-comparison'
import { nullScale } from '@/lib/comparison/statistics/null-scale'
import { rounded } from '@/lib/comparison/statistics/significant-digits'
import type { CalibrationProfile } from './calibration-profile'
import { standardised } from './fused-features'

/** Pairs of the calibration whose wording stands out as much or more. */
type AtLeast = { count: number; total: number }

/**
 * A candidate's `phrase-affinity` in widths above unrelated pairs, how many taught, derived and sibling pairs of
 * the calibration reach it, and whether that speaks for shared weights: no taught pair reaches it, and a derived one does.
 */
export type WordingStanding = {
  name: string
  widths: number
  taught: AtLeast
  derived: AtLeast
  siblings: AtLeast
  speaksForSharedWeights: boolean
}

/** In the order of `candidatesOf`; empty where profile or controls do not allow it. */
export function wordingStandings(measured: Measured, { wording }: CalibrationProfile): WordingStanding[] {
  const scores = measured.scores.get('phrase-affinity')
  if (!scores || !wording) return []
  const places = { candidates: placesOf(measured.lineup, 'candidate'), controls: placesOf(measured.lineup, 'control') }
  const scale = nullScale(scores.mean, { n: scores.n, ...places })
  return candidatesOf(measured).map((lineage) => {
    const widths = standardised(lineageScore(measured, 'phrase-affinity', lineage).exact ?? 0, scale)
    const taught = reached(wording.related, widths)
    const derived = reached(wording.derivative, widths)
    const siblings = reached(wording.sibling, widths)
    const speaksForSharedWeights = taught.count === 0 && derived.count > 0
    return { name: lineage.name, widths: rounded(widths), taught, derived, siblings, speaksForSharedWeights }
  })
}

/** What the standing of the first candidate means, in a sentence; none where nothing can be said. */
export function wordingCaveat(standing: WordingStanding | undefined): string[] {
  if (!standing) return []
  const { name, widths, taught, derived, siblings, speaksForSharedWeights } = standing
  const facts = `By whole wording (phrase-affinity) ${name} stands ${widths.toFixed(1)} widths above unrelated pairs; in the calibration ${taught.count} of ${taught.total} taught pairs, ${derived.count} of ${derived.total} derivatives and ${siblings.count} of ${siblings.total} siblings reach that`
  return [
    speaksForSharedWeights
      ? `${facts}: shared weights explain this better than training on output, which so few derivatives do not establish.`
      : `${facts}: this does not tell training on output from shared weights.`,
  ]
}

const reached = (values: readonly number[], widths: number): AtLeast => ({
  count: values.filter((value) => value >= widths).length,
  total: values.length,
})
