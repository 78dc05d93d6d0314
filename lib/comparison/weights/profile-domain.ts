/** Whether a comparison is of the kind that a calibration profile was made from, in sentences. */

import { lineagesOf, placesOf } from '@/lib/comparison/lineup'
import type { Measured } from '@/lib/comparison/measured-comparison'
import type { PreparedPrompt } from '@/lib/comparison/outputs/prepare-prompts'
import { medianOf } from '@/lib/comparison/statistics/robust-scale'
import type { CalibrationProfile, ProfileDomain } from './calibration-profile'

/** Sentences for what is unlike the calibration. With `applies` false the profile can say nothing about the comparison. */
export type DomainFindings = { outside: string[]; applies: boolean }

const latin = /\p{Script=Latin}/gu
const letters = /\p{L}/gu
const readPerModel = 100

/** Compares the comparison with the profile's domain. */
export function domainFindings({ lineup, prepared }: Measured, { domain }: CalibrationProfile): DomainFindings {
  const grave = [
    ...tooFew('shared prompts', prepared.prompts.length, domain.prompts.least),
    ...tooFew('controls', placesOf(lineup, 'control').length, domain.controls[0]),
    ...otherScript(prepared.prompts, domain),
  ]
  const candidates = lineagesOf(lineup).length
  const [least, most] = domain.candidates
  const light = [
    ...(candidates < least || candidates > most
      ? [`${candidates} ${candidates === 1 ? 'candidate' : 'candidates'}, calibrated with ${least} to ${most}`]
      : []),
    ...shortAnswers(prepared.prompts, domain),
  ]
  return { outside: [...grave, ...light], applies: grave.length === 0 }
}

function tooFew(what: string, count: number, least: number): string[] {
  return count < least ? [`${count} ${what}, calibrated with at least ${least}`] : []
}

function otherScript(prompts: readonly PreparedPrompt[], { latinShare }: ProfileDomain): string[] {
  const texts = prompts.slice(0, readPerModel).flatMap((prompt) => prompt.texts)
  const mostly = texts.filter((text) => (text.match(latin)?.length ?? 0) * 2 >= (text.match(letters)?.length ?? 0))
  return mostly.length < latinShare * texts.length ? ['answers largely not in Latin script, calibrated on English'] : []
}

/** The fused methods read the beginning of an answer: only answers shorter than the calibration's matter. */
function shortAnswers(prompts: readonly PreparedPrompt[], { answerWords: [least] }: ProfileDomain): string[] {
  const models = prompts[0]?.words.length ?? 0
  const medians = Array.from({ length: models }, (_, k) => medianOf(prompts.map(({ words }) => words[k]?.length ?? 0)))
  const shorter = medians.filter((median) => median < least).length
  return shorter === 0
    ? []
    : [`${shorter} of ${models} models write shorter answers (median under the calibration’s ${least} words)`]
}
