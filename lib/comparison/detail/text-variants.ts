/** The comparison over the answers cut short or stripped of formatting: does the result rest on length or layout? */

import { type PreparedPrompt, preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { prepareText } from '@/lib/comparison/outputs/prepare-text'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import type { Lineup } from '../lineup'
import type { Measured } from '../measured-comparison'
import { cutAfterTokens, withoutFormatting } from './altered-text'
import type { Tick } from './detail-steps'
import { measureFused, stepsAgain, type WeighedAgain, weighAgain } from './weigh-again'

export type VariantId = 'first-20' | 'first-60' | 'no-formatting'

/** Null when too few answers remain to compare. `prompts` of the whole were used, spread evenly. */
export type TextVariant = { id: VariantId; title: string; result: WeighedAgain | null }

const mostPrompts = 1000
const fewestPrompts = 20

const variants: readonly { id: VariantId; title: string; alter: (text: string) => string }[] = [
  { id: 'first-20', title: 'First 20 words and marks of each answer', alter: (text) => cutAfterTokens(text, 20) },
  { id: 'first-60', title: 'First 60 words and marks of each answer', alter: (text) => cutAfterTokens(text, 60) },
  { id: 'no-formatting', title: 'Formatting removed: headings, lists, emphasis, tables', alter: withoutFormatting },
]

type Varying = { measured: Measured; profile: CalibrationProfile | null; seed: number }

/** The steps that `varyTexts` ticks over so many prompts. */
export function varied(prompts: number): number {
  return variants.length * stepsAgain(Math.min(mostPrompts, prompts))
}

/** The fused methods over each variant, of at most 1,000 prompts. The scale is each variant's own. */
export async function varyTexts(
  { measured: { lineup, prepared }, profile, seed }: Varying,
  tick?: Tick,
): Promise<TextVariant[]> {
  const ids = new Set(spread(prepared.prompts).map(({ promptId }) => promptId))
  const out: TextVariant[] = []
  for (const { id, title, alter } of variants) {
    const altered = alterAll(lineup, ids, alter)
    const again = prepareAgain(altered)
    const result =
      again && again.prompts.length >= fewestPrompts
        ? weighAgain(await measureFused(altered, again, { seed, tick }), profile)
        : null
    out.push({ id, title, result })
  }
  return out
}

function spread(prompts: readonly PreparedPrompt[]): PreparedPrompt[] {
  const taken = Math.min(mostPrompts, prompts.length)
  return Array.from({ length: taken }, (_, k) => prompts[Math.floor((k * prompts.length) / taken)] as PreparedPrompt)
}

function alterAll(lineup: Lineup, ids: ReadonlySet<string>, alter: (text: string) => string): Lineup {
  const participants = lineup.participants.map(({ model, ...participant }) => ({
    ...participant,
    model: {
      ...model,
      outputs: model.outputs
        .filter(({ promptId }) => ids.has(promptId))
        .map((output) => ({ ...output, output: alter(prepareText(output.output)) })),
    },
  }))
  return { ...lineup, participants }
}

function prepareAgain({ participants }: Lineup) {
  try {
    return preparePrompts(participants.map(({ model }) => model))
  } catch {
    return null
  }
}
