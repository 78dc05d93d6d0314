/** Gathers from the input what the caveats and the exclusions of a result say. */

import type { Lineup } from '@/lib/comparison/lineup'
import type { PreparedPrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { twinsAmong } from '@/lib/comparison/outputs/same-answers'
import type { CaveatFacts } from './comparison-caveats'
import type { Standing } from './standing-caveats'

export type InputFacts = Omit<CaveatFacts, 'suspect' | 'outside' | 'profile' | 'wording' | keyof Standing>

/** The facts that are known before any score. */
export function caveatFactsOf({ participants, leftOut }: Lineup, prepared: PreparedPrompts): InputFacts {
  const nameAt = (place: number): string => participants[place]?.name ?? ''
  return {
    shared: prepared.prompts.length,
    dropped: prepared.excluded.length,
    reasons: countBy(prepared.excluded.map(({ reason }) => reason)),
    promptLength: promptLengths(participants, prepared),
    mostMissing: mostNamed(prepared.excluded.flatMap(({ models }) => models)),
    inputs: participants.map(({ name, role, model }) => ({
      name,
      role,
      sha256: model.sha256,
      outputs: model.outputs.length,
      rejected: model.rejectedCount,
      rejects: model.rejected,
      repeated: model.repeatedCount,
    })),
    twins: twinsAmong(prepared.prompts).map(({ a, b, same }) => ({ names: [nameAt(a), nameAt(b)], same })),
    leftOut,
    mixedFiles: participants.flatMap(({ name, model: { modelNames } }) =>
      modelNames.length > 1 ? [{ name, modelNames }] : [],
    ),
    promptTextMissing: participants.some(({ model }) => model.outputs.some(({ prompt }) => prompt === null)),
  }
}

function promptLengths(participants: Lineup['participants'], { prompts, excluded }: PreparedPrompts) {
  const lengths = new Map<string, number>()
  for (const { model } of participants) {
    for (const { promptId, prompt } of model.outputs) if (prompt !== null) lengths.set(promptId, prompt.length)
  }
  const medianOf = (ids: readonly { promptId: string }[]): number | null => {
    const known = ids.flatMap(({ promptId }) => lengths.get(promptId) ?? []).sort((a, b) => a - b)
    return known[Math.floor(known.length / 2)] ?? null
  }
  const kept = medianOf(prompts)
  const dropped = medianOf(excluded)
  return kept === null || dropped === null ? null : { kept, dropped }
}

function countBy<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  const counts: Partial<Record<T, number>> = {}
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function mostNamed(names: readonly string[]): { name: string; count: number } | null {
  const [most] = Object.entries(countBy(names)).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
  return most ? { name: most[0], count: most[1] ?? 0 } : null
}
