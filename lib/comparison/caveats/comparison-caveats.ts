/** What a reader must know before reading a comparison's figures: sentences, each only when it applies. */

import type { InputResult } from '@/lib/comparison/comparison-result'
import type { ExclusionReason } from '@/lib/comparison/outputs/prepare-prompts'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { type WordingStanding, wordingCaveat } from '@/lib/comparison/weights/wording-standing'
import { calibrationCaveats } from './calibration-caveats'
import { type Standing, standingCaveats } from './standing-caveats'

/** Facts about a comparison from which its caveats follow. */
export type CaveatFacts = Standing & {
  suspect: string
  shared: number
  dropped: number
  reasons: Partial<Record<ExclusionReason, number>>
  /** Median prompt length in characters among kept and dropped prompts; null when unknown. */
  promptLength: { kept: number; dropped: number } | null
  /** The model that caused most exclusions, and how many. */
  mostMissing: { name: string; count: number } | null
  inputs: readonly InputResult[]
  /** Pairs of models whose answers are the same for nearly all prompts. */
  twins: readonly { names: readonly [string, string]; same: number }[]
  leftOut: readonly { control: string; like: string }[]
  mixedFiles: readonly { name: string; modelNames: readonly string[] }[]
  promptTextMissing: boolean
  /** The profile that weighed, or null. */
  profile: CalibrationProfile | null
  /** Of the candidates, best first; empty without a profile that says. */
  wording: readonly WordingStanding[]
  /** How the comparison is unlike the profile's calibration. */
  outside: readonly string[]
}

const fewestPrompts = 200
const fewestControls = 8

/** The caveats that apply, the general ones first; the wording is part of the result and so of its hash. */
export function caveatsOf(facts: CaveatFacts): string[] {
  return [
    ...calibrationCaveats(facts),
    'Likeness does not tell training on output from shared weights, shared third-party data or one maker, nor who learned from whom.',
    ...wordingCaveat(facts.wording[0]),
    ...populationCaveats(facts),
    ...promptCaveats(facts),
    ...inputCaveats(facts),
    ...standingCaveats(facts),
  ]
}

function populationCaveats({ controls, candidates, leftOut, suspect }: CaveatFacts): string[] {
  const single = candidates.filter(({ snapshots }) => snapshots < 2).length
  const caveats = [
    ...(single > 0
      ? [
          `${single} of ${candidates.length} candidates ${single === 1 ? 'is' : 'are'} given by one snapshot: add others of the same lineage under the same name, since their number mattered more than the choice of score on public outputs.`,
        ]
      : []),
    `The lineage of models is not known here: every named control but the suspect was used. Make sure that no control belongs to the family of ${suspect} or of a candidate.`,
    `An older version of ${suspect}, from before it could have seen a candidate’s output, is the best control there is.`,
  ]
  if (controls.length < fewestControls) {
    caveats.push(
      `Only ${controls.length} ${controls.length === 1 ? 'control' : 'controls'}: at least ${fewestControls} are needed for a score that rests on a population.`,
    )
  }
  if (controls.length < 3) {
    caveats.push(
      'The scores of controls are null: fewer than two other controls remain to centre each on.' +
        (controls.length === 1
          ? ' The single control makes no control pair: that term is left out, which shifts all scores alike.'
          : ''),
    )
  }
  for (const { control, like } of leftOut) {
    caveats.push(
      `Control ${control} gives the same answers as ${like}: one model under two names counts once, and it was left out.`,
    )
  }
  return caveats
}

const reasonWords: Record<ExclusionReason, string> = {
  'not-answered-by-all': 'not answered by all models',
  'empty-answer': 'left empty by a model',
  'prompt-differs': 'with a different prompt under the same id',
  'answers-conflict': 'answered twice and differently in one file',
}

function promptCaveats(facts: CaveatFacts): string[] {
  const caveats: string[] = []
  if (facts.shared < fewestPrompts) {
    caveats.push(
      `Only ${facts.shared} shared prompts: at least ${fewestPrompts} are advised; fewer widen the intervals.`,
    )
  }
  if (facts.dropped > 0) {
    const parts = Object.entries(facts.reasons).map(
      ([reason, count]) => `${count} ${reasonWords[reason as ExclusionReason]}`,
    )
    const most = facts.mostMissing ? ` Most are due to ${facts.mostMissing.name} (${facts.mostMissing.count}).` : ''
    caveats.push(
      `${facts.dropped} of ${facts.shared + facts.dropped} prompts were dropped: ${parts.join(', ')}.${most}${biasSentence(facts)}`,
    )
  }
  if (facts.promptTextMissing) {
    caveats.push(
      'A file does not carry the prompts’ text, so only prompt_id says that its answers are to the same prompts.',
    )
  }
  return caveats
}

function biasSentence({ promptLength, shared, dropped }: CaveatFacts): string {
  const share = dropped / (shared + dropped)
  if (!promptLength) return ' Whether this biases cannot be told without the prompts’ text.'
  const lengths = `median prompt of ${promptLength.dropped} characters dropped, ${promptLength.kept} kept`
  const differs = Math.abs(Math.log((promptLength.dropped + 1) / (promptLength.kept + 1))) > Math.log(1.5)
  if (share < 0.02) return ` Too few to move a score much (${lengths}).`
  return differs
    ? ` They differ in length (${lengths}): the scores speak for the kept kind of prompt and may be biased.`
    : ` They are of like length (${lengths}); other bias is not excluded.`
}

function inputCaveats({ inputs, twins, mixedFiles }: CaveatFacts): string[] {
  const rejected = inputs.filter((input) => input.rejected > 0)
  const repeated = inputs.filter((input) => input.repeated > 0)
  return [
    ...rejected.map(({ name, rejected: count, rejects: [first] }) => {
      const example = first ? ` (the first at line ${first.position}: ${first.reason})` : ''
      return `${count} ${count === 1 ? 'record' : 'records'} of ${name} could not be read and so not used${example}.`
    }),
    ...repeated.map(
      ({ name, repeated: count }) => `${count} records of ${name} repeat an earlier one and were counted once.`,
    ),
    ...mixedFiles.map(
      ({ name, modelNames }) =>
        `The file of ${name} names ${modelNames.length} models (${modelNames.slice(0, 5).join(', ')}${modelNames.length > 5 ? ', …' : ''}) and is compared as one.`,
    ),
    ...twins.map(
      ({ names: [a, b], same }) =>
        `${a} and ${b} gave the same answer to ${same} prompts: this may be one model under two names, which counts it twice.`,
    ),
  ]
}
