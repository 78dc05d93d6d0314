/** Models that are no controls but speak to one other explanation: each is put in the suspect's or a candidate's place. */

import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import type { CalibrationProfile } from '@/lib/comparison/weights/calibration-profile'
import { lineUpOnce } from '../compare-models'
import type { Named } from '../lineup'
import type { Tick } from './detail-steps'
import { type AgainCandidate, measureFused, weighAgain } from './weigh-again'

/** What the model is known to share: the suspect's base weights, a candidate's public text, or a candidate's maker. */
export type SpeaksTo = 'same-base' | 'common-text' | 'sibling'

export type Witness = { model: ModelOutputs; speaksTo: SpeaksTo }

/**
 * `likeness` of the witness: with the first candidate in the suspect's place, or of the suspect with a sibling in the candidate's.
 * `apart`: the suspect's own interval lies wholly above it; null when one of them cannot be computed.
 */
export type WitnessResult = {
  name: string
  sha256: string
  speaksTo: SpeaksTo
  prompts: number
  candidate: string
  log10LR: number | null
  interval: [number, number] | null
  likeness: [number, number] | null
  suspectLikeness: [number, number] | null
  apart: boolean | null
}

type Asking = { named: Named; best: string; profile: CalibrationProfile | null; seed: number }

/** Each witness heard over the prompts that it shares with all; the suspect is scored over the same models and prompts of its own. */
export async function hearWitnesses(
  witnesses: readonly Witness[],
  asking: Asking,
  tick?: Tick,
): Promise<WitnessResult[]> {
  if (witnesses.length === 0) return []
  const own = (await scoreOf(asking.named, asking)).candidates.find(({ name }) => name === asking.best)
  const heard: WitnessResult[] = []
  for (const witness of witnesses) {
    await tick?.()
    heard.push(await hear(witness, asking, own?.likenessInterval ?? null))
  }
  return heard
}

async function hear({ model, speaksTo }: Witness, asking: Asking, suspectLikeness: [number, number] | null) {
  const { named, best } = asking
  const inPlace =
    speaksTo === 'sibling' ? { ...named, candidates: [...named.candidates, model] } : { ...named, suspect: model }
  const about = speaksTo === 'sibling' ? model.name : best
  const { prompts, candidates } = await scoreOf(inPlace, asking)
  const found: AgainCandidate | undefined = candidates.find(({ name }) => name === about)
  const likeness = found?.likenessInterval ?? null
  return {
    ...{ name: model.name, sha256: model.sha256, speaksTo, prompts, candidate: about },
    ...{ log10LR: found?.log10LR ?? null, interval: found?.interval ?? null },
    ...{ likeness, suspectLikeness },
    apart: likeness && suspectLikeness ? suspectLikeness[0] > likeness[1] : null,
  }
}

async function scoreOf(named: Named, { profile, seed }: Asking) {
  const { lineup, prepared } = lineUpOnce(named)
  return weighAgain(await measureFused(lineup, prepared, { seed }), profile)
}
