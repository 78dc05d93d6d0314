/** What a design still lacks, in sentences that say what to get. Pure and isomorphic. */

import { formatAmount } from '@/lib/platform/format-number'
import type { Plan } from './plan'

const cleanControls = 8
const snapshotsWanted = 2

export type Design = Pick<Plan, 'suspect' | 'candidates' | 'controls' | 'olderSuspects' | 'power' | 'sampling'> & {
  /** Null where the set of prompts is not chosen yet. */
  promptCount: number | null
}

/** The gaps of a design, the gravest first; none when it is as it should be. */
export function designGaps(design: Design): string[] {
  return [...controlGaps(design), ...candidateGaps(design), ...promptGaps(design), ...samplingGaps(design)]
}

function controlGaps({ controls, olderSuspects, suspect }: Design): string[] {
  const missing = cleanControls - controls.length
  return [
    ...(missing > 0
      ? [
          `${formatAmount(controls.length, 'control')} of at least ${cleanControls}: add ${missing} more that cannot have learned from a candidate and are of other makers.`,
        ]
      : []),
    ...(olderSuspects.length === 0
      ? [
          `No older version of ${suspect || 'the suspect'}: one from before it could have seen a candidate’s output is the best control there is.`,
        ]
      : []),
  ]
}

function candidateGaps({ candidates }: Design): string[] {
  if (candidates.length === 0) return ['No candidate: name the models that the suspect may have learned from.']
  return candidates
    .filter(({ models }) => models.length < snapshotsWanted)
    .map(
      ({ lineage, models }) =>
        `${formatAmount(models.length, 'snapshot')} of ${lineage}: get a second, since the number of snapshots matters more than the choice of method.`,
    )
}

function promptGaps({ promptCount, power }: Design): string[] {
  if (promptCount === null) return ['No set of prompts: all models have to answer the same ones.']
  const { wanted, promptsNeeded, reachable } = power
  const percent = (share: number) => `${Math.round(share * 100)}%`
  if (promptsNeeded === null && reachable !== null)
    return [
      `A power of ${percent(wanted)} is out of reach by the shipped calibration: with any number of prompts ${percent(reachable)} of documented teachers would be supported.`,
    ]
  return promptsNeeded !== null && promptCount < promptsNeeded
    ? [
        `${formatAmount(promptCount, 'prompt')}, and a power of ${percent(wanted)} needs about ${formatAmount(promptsNeeded, 'prompt')}.`,
      ]
    : []
}

function samplingGaps({ sampling }: Design): string[] {
  const { temperature, maxOutputTokens } = sampling
  return [
    ...(temperature === null ? ['No temperature: each endpoint would use its own default.'] : []),
    ...(maxOutputTokens === null ? ['No limit of output tokens: answers may be cut at different lengths.'] : []),
  ]
}
