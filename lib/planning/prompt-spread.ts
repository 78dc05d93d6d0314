/** What the shipped calibration says about how many prompts are needed; null when there is none for this version. */

import measured from '@/lib/comparison/profiles/prompt-spread.json'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import { type PromptsNeeded, promptsNeeded, type Spread } from './prompts-needed'

const shipped: Spread | null =
  measured.fusion !== defaultProfile?.fusion
    ? null
    : {
        related: defaultProfile.scores.related,
        unrelated: defaultProfile.scores.unrelated,
        calibrated: defaultProfile.domain.prompts.calibrated,
        least: defaultProfile.domain.prompts.least,
        supported: defaultProfile.verdicts.teacherSupported.count / defaultProfile.verdicts.teacherSupported.total,
        candidates: Math.round((defaultProfile.domain.candidates[0] + defaultProfile.domain.candidates[1]) / 2),
        perPrompt: measured.perPrompt,
      }

/** Powers that a plan may want. */
export const powers = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const
const mostCandidates = 8

export type PowerTable = { candidates: number; power: number; needed: PromptsNeeded }[]

let table: PowerTable | null = null

/** Prompts needed for each power and number of candidates, by the profile that ships; computed once. Empty without one. */
export function powerTable(): PowerTable {
  table ??= Array.from({ length: mostCandidates }, (_, k) => k + 1).flatMap((candidates) =>
    shipped ? powers.map((power) => ({ candidates, power, needed: promptsNeeded(shipped, power, candidates) })) : [],
  )
  return table
}

/** The entry of a table; more candidates than it knows count as its most. */
export function neededOf(from: PowerTable, { power, candidates }: { power: number; candidates: number }) {
  const k = Math.min(mostCandidates, Math.max(1, candidates))
  return from.find((entry) => entry.power === power && entry.candidates === k)?.needed ?? null
}
