/** What a reader must know about a comparison's weights before reading them, or why there are none. */

import type { CandidateResult } from '@/lib/comparison/comparison-result'
import type { CalibrationProfile, CountedShare } from '@/lib/comparison/weights/calibration-profile'

/** Sentences on the profile that weighed, or that none did. */
export function calibrationCaveats({ profile, outside, candidates }: Facts): string[] {
  if (!profile) {
    const why = outside.length > 0 ? [`The calibration profile does not apply here: ${outside.join('; ')}.`] : []
    return [
      ...why,
      'No likelihood ratio, since not calibrated: this ranks, it does not weigh.',
      'No calibration profile belongs to this comparison: error rate not established.',
    ]
  }
  const [low, high] = profile.limits
  return [
    `Likelihood ratios are cut to ${ratio(low)} and ${ratio(high)}, which is what ${profile.figures.pairs.related} related and ${profile.figures.pairs.unrelated} unrelated pairs can support. They say how probable the answers are under each proposition, never how probable a proposition is.`,
    ...outsideCaveat(outside),
    ...severalTeachers(candidates),
    ...relatednessCaveats(profile),
    vendorCaveat(profile),
  ]
}

type Facts = {
  profile: CalibrationProfile | null
  outside: readonly string[]
  candidates: readonly Pick<CandidateResult, 'name' | 'log10LR' | 'besideFirst'>[]
}

function outsideCaveat(outside: readonly string[]): string[] {
  return outside.length === 0
    ? []
    : [`Unlike the calibration, so read its error rates with care: ${outside.join('; ')}.`]
}

/** Two candidates that both weigh, the second beside the first, are two teachers, or one and its sibling: the score cannot say which. */
function severalTeachers(candidates: Facts['candidates']): string[] {
  const [first, ...others] = candidates
  const open = others.filter(speaksBeside).map(({ name }) => name)
  return !first || (first.log10LR ?? 0) <= 0 || open.length === 0
    ? []
    : [
        `Several teachers are not excluded: beside ${first.name}, ${open.join(' and ')} ${open.length === 1 ? 'weighs' : 'weigh'} above 0 as well. Siblings of one teacher look the same.`,
      ]
}

/** Whether a candidate's answers speak for it as a further teacher, the first being no alternative to it. */
export function speaksBeside({ log10LR, besideFirst }: Facts['candidates'][number]): boolean {
  return (log10LR ?? 0) > 0 || (besideFirst?.log10LR ?? 0) > 0
}

function relatednessCaveats({ kinds }: CalibrationProfile): string[] {
  const words = {
    sibling: 'of one vendor’s siblings',
    derivative: 'of derivatives',
    'same-base': 'with the same base weights',
  }
  const parts = kinds
    .filter(({ above }) => above.total > 0)
    .map(({ kind, above }) => `${counted(above)} ${words[kind]}`)
  return parts.length === 0
    ? []
    : [
        `These cannot be excluded as the reason of likeness: a log10 LR above 0 came out for ${parts.join(', ')} that are not known to be taught.`,
      ]
}

function vendorCaveat({ domain: { relatedByLineage } }: CalibrationProfile): string {
  return `The taught pairs of the calibration have ${relatedByLineage.length} ${relatedByLineage.length === 1 ? 'teacher' : 'teachers'} (${relatedByLineage.join(' and ')} pairs): families of students were held out in turn, a teacher’s vendor could not be.`
}

const counted = ({ count, total }: CountedShare): string => `${count} of ${total} pairs`

/** A log10 likelihood ratio as "1 to 8" or "8 to 1". */
function ratio(log10: number): string {
  const times = Number((10 ** Math.abs(log10)).toPrecision(2))
  return log10 < 0 ? `1 to ${times}` : `${times} to 1`
}
