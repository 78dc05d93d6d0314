/** What a comparison does in which order, so that who waits reads how much of it is behind. */

import { type DetailStep, detailSteps, type TellStep } from '@/lib/comparison/detail/detail-steps'
import type { Step } from '@/lib/platform/progress'

export const reading = 'Reading model outputs'
export const comparing = 'Comparing answers'

/** Notes each step with its place among all: "Comparing answers, step 2 of 7". */
export function inSteps(witnesses: number, note: (step: Step) => Promise<unknown>): TellStep {
  const all = [reading, comparing, ...detailSteps({ witnesses })]
  return ({ step, ...amount }: DetailStep) =>
    note({ ...amount, step: `${step}, step ${all.indexOf(step) + 1} of ${all.length}` })
}
