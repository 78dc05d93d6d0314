/** Whether a comparison is of the kind that a calibration profile was made from, in sentences. */

import type { CalibrationProfile, ProfileDomain } from './calibration-profile'
import { lineagesOf, placesOf } from './lineup'
import type { Measured } from './measured-comparison'
import type { PreparedPrompt } from './prepare-prompts'
import { medianOf } from './robust-scale'

/** Sentences for what is unlike the calibration. With `decides` false no verdict but inconclusive may be given. */
export type DomainFindings = { outside: string[]; decides: boolean }

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
    ...otherLength(prepared.prompts, domain),
  ]
  return { outside: [...grave, ...light], decides: grave.length === 0 }
}

function tooFew(what: string, count: number, least: number): string[] {
  return count < least ? [`${count} ${what}, calibrated with at least ${least}`] : []
}

function otherScript(prompts: readonly PreparedPrompt[], { latinShare }: ProfileDomain): string[] {
  const texts = prompts.slice(0, readPerModel).flatMap((prompt) => prompt.texts)
  const mostly = texts.filter((text) => (text.match(latin)?.length ?? 0) * 2 >= (text.match(letters)?.length ?? 0))
  return mostly.length < latinShare * texts.length ? ['answers largely not in Latin script, calibrated on English'] : []
}

function otherLength(prompts: readonly PreparedPrompt[], { answerWords: [least, most] }: ProfileDomain): string[] {
  const models = prompts[0]?.words.length ?? 0
  const medians = Array.from({ length: models }, (_, k) => medianOf(prompts.map(({ words }) => words[k]?.length ?? 0)))
  const beyond = medians.filter((median) => median < least || median > most).length
  return beyond === 0
    ? []
    : [`${beyond} of ${models} models write answers of another length (calibrated: median ${least} to ${most} words)`]
}
