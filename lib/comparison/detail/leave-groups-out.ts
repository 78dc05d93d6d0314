/** Whether the result hangs on one kind of prompt: the comparison weighed without each group in turn. */

import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import type { PooledGrams } from '@/lib/comparison/methods/pooled-grams'
import { resampleMeans } from '@/lib/comparison/statistics/bootstrap'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { fusedMethods } from '@/lib/comparison/weights/fused-features'
import type { Measured } from '../measured-comparison'
import { type MethodScores, scoresByPool } from '../method-scores'
import type { Tick } from './detail-steps'
import type { PromptGroups } from './prompt-groups'
import type { ScoreCollector } from './score-collector'
import { samplesAgain, type WeighedAgain, weighAgain } from './weigh-again'

/** One group of prompts, and the comparison without it; null where too few prompts remain. */
export type WithoutGroup = { group: string; size: number; without: WeighedAgain | null }

export type GroupStability = { by: PromptGroups['by']; samples: number; groups: WithoutGroup[] }

const fewestPrompts = 20

type Leaving = { measured: Measured; collected: ScoreCollector; profile: CalibrationProfile | null; seed: number }

/** The steps that `leaveGroupsOut` ticks over so many groups: each resample of each. */
export const groupSteps = (groups: number): number => groups * samplesAgain

/** Leaves out each group of `collected`. Scores of prompts are those of the whole comparison; phrases are counted anew. */
export async function leaveGroupsOut(leaving: Leaving, tick?: Tick): Promise<GroupStability> {
  const { by, groups } = leaving.collected.groups
  const out: WithoutGroup[] = []
  for (const [g, { name, prompts }] of groups.entries()) {
    const without = new Set(prompts)
    const kept = leaving.measured.prepared.prompts.flatMap((_, p) => (without.has(p) ? [] : [p]))
    const enough = kept.length >= fewestPrompts && groups.length > 1
    out.push({
      group: name,
      size: prompts.length,
      without: enough ? weighAgain(await measuredWithout(leaving, { group: g, kept, tick }), leaving.profile) : null,
    })
  }
  return { by, samples: samplesAgain, groups: out }
}

async function measuredWithout(
  { measured, collected, seed }: Leaving,
  { group, kept, tick }: { group: number; kept: number[]; tick: Tick | undefined },
): Promise<Measured> {
  const { prompts } = measured.prepared
  const scores = new Map<MethodId, MethodScores>()
  for (const id of fusedMethods) {
    if (id === 'over-represented') {
      const pooled = collected.pooled && onlyPrompts(collected.pooled, kept)
      if (pooled)
        scores.set(
          id,
          await scoresByPool(pooled, collected.line, { samples: samplesAgain, seed, onSample: () => tick?.() }),
        )
      continue
    }
    const whole = measured.scores.get(id) as MethodScores
    const { series, groupSums } = collected.scores.get(id) ?? { series: [], groupSums: [] }
    const sum = groupSums[group] as Float64Array
    const mean = whole.mean.map((value, cell) => (value * prompts.length - (sum[cell] as number)) / kept.length)
    const keptSeries = series.map((values) => Float64Array.from(kept, (p) => values[p] as number))
    const resampled = resampleMeans(keptSeries, { samples: samplesAgain, seed })
    scores.set(id, { n: whole.n, mean, scored: collected.scored, resampled })
  }
  const remaining = kept.flatMap((p) => prompts[p] ?? [])
  return { ...measured, prepared: { ...measured.prepared, prompts: remaining }, scores }
}

/** The same grams over some of the prompts. */
export function onlyPrompts({ n, starts, places, ...rest }: PooledGrams, kept: readonly number[]): PooledGrams {
  const newStarts = new Int32Array(kept.length * n + 1)
  const parts: Int32Array[] = []
  let filled = 0
  for (const [at, p] of kept.entries()) {
    for (let i = 0; i < n; i++) {
      const from = starts[p * n + i] as number
      filled += (starts[p * n + i + 1] as number) - from
      newStarts[at * n + i + 1] = filled
    }
    parts.push(places.subarray(starts[p * n] as number, starts[(p + 1) * n] as number))
  }
  const newPlaces = new Int32Array(filled)
  let offset = 0
  for (const part of parts) {
    newPlaces.set(part, offset)
    offset += part.length
  }
  return { ...rest, n, prompts: kept.length, starts: newStarts, places: newPlaces }
}
