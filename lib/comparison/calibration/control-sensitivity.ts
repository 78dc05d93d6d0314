/** How much a calibration's figures rest on how many controls there are, and on any one family of them. */

import { rounded } from '@/lib/comparison/statistics/significant-digits'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { figuresOf } from './calibration-figures'
import { type HeldOut, weighHeldOut } from './held-out'
import { comparisonsOf, type ScoredReference } from './reference-comparisons'

const bands: [number, number][] = [
  [4, 7],
  [8, 11],
  [12, 16],
]

/** AUC and Cllr of comparisons with few and with many controls. */
export function figuresByControls(
  heldOut: readonly HeldOut[],
  limits: [number, number],
): CalibrationProfile['byControls'] {
  return bands.flatMap((controls) => {
    const some = heldOut.filter((one) => one.controls >= controls[0] && one.controls <= controls[1])
    const { auc, cllr, comparisons } = figuresOf(some, limits)
    if (comparisons.related === 0 || comparisons.unrelated === 0) return []
    return [{ controls, auc, cllr, comparisons: comparisons.related + comparisons.unrelated }]
  })
}

/**
 * The range of AUC and Cllr when each family of controls in turn takes no part in centring, scale or kinship. (The
 * controls' counts within `over-represented` keep it: profiles are not made anew.)
 */
export function controlFamilyRange(
  reference: readonly ScoredReference[],
  limits: [number, number],
): CalibrationProfile['controlFamilies'] {
  const families = [...new Set(reference.flatMap(({ drawn }) => drawn.controls.map(({ family }) => family)))].sort()
  const figures = families.map((family) => figuresOf(weighHeldOut(comparisonsOf(reference, family)), limits))
  const range = (values: readonly number[]): [number, number] => [
    rounded(Math.min(...values)),
    rounded(Math.max(...values)),
  ]
  return {
    families: families.length,
    auc: range(figures.map(({ auc }) => auc)),
    cllr: range(figures.map(({ cllr }) => cllr)),
  }
}
