/** A calibration profile in words and pictures: facts, Tippett plot, reliability. Pure. */

import { figure } from '@/lib/analysis/figures'
import { intervalPlot } from '@/lib/charts/interval-plot'
import type { Chart } from '@/lib/charts/mark'
import { tippettPlot } from '@/lib/charts/tippett-plot'
import type { CalibrationProfile, CountedShare } from '@/lib/comparison/weights/calibration-profile'
import { profileSummary } from '@/lib/comparison/weights/profile-summary'
import { formatAmount, formatShare } from '@/lib/platform/format-number'

/** The figures of a profile as terms and sentences, with their populations. */
export function profileFacts(profile: CalibrationProfile): { term: string; value: string }[] {
  const { figures, sameCandidate, kinds, verdicts, domain, provenance, limits } = profile
  return [
    {
      term: 'Made from',
      value: `${formatAmount(provenance.models, 'model')} in ${formatAmount(provenance.families, 'family', 'families')}, ${formatAmount(domain.prompts.calibrated, 'prompt')}, ${formatAmount(provenance.draws, 'draw')} of line-ups; the suspect’s family held out. Methods ${profile.fusion}.`,
    },
    { term: 'All candidates', value: ratesOf(figures) },
    {
      term: 'Same candidate',
      value: `${ratesOf(sameCandidate)} Without the prior that most students are of one maker.`,
    },
    ...kinds.map(({ kind, above }) => ({
      term: kindNames[kind] ?? kind,
      value: `log10 LR above 0 in ${counted(above)}: the score does not exclude this as the reason of a likeness.`,
    })),
    {
      term: 'Verdicts',
      value: `A documented teacher is supported in ${counted(verdicts.teacherSupported)} line-ups; some candidate is for a suspect unrelated to all in ${counted(verdicts.unrelatedSupported)}.`,
    },
    {
      term: 'Applies to',
      value: `${domain.prompts.least} prompts or more, ${domain.controls[0]} controls or more, ${domain.candidates.join(' to ')} candidates, answers mostly in Latin script. log10 LR from ${figure(limits[0])} to ${figure(limits[1])}.`,
    },
  ]
}

const kindNames: Record<string, string> = {
  sibling: 'Siblings of one maker',
  derivative: 'Derivatives of one model',
  'same-base': 'Same base weights',
}

function ratesOf({ pairs, auc, cllr, cllrMin, eer, falsePairs, missedPairs }: CalibrationProfile['figures']): string {
  return `${pairs.related} related and ${pairs.unrelated} unrelated pairs: AUC ${figure(auc)}, Cllr ${figure(cllr)} (least possible ${figure(cllrMin)}), equal error rate ${formatShare(eer)}, unrelated pairs above 0: ${counted(falsePairs)}; related pairs below 0: ${counted(missedPairs)}.`
}

const counted = ({ count, total, interval: [low, high] }: CountedShare): string =>
  `${count} of ${total} (exact 95% limits ${formatShare(low)} to ${formatShare(high)})`

/** Tippett plot of the held-out comparisons. */
export function drawKnownPairs(profile: CalibrationProfile, width: number): Chart {
  const { tippett, unrelatedAbove } = profileSummary(profile, { outside: [], wording: [] }).calibration
  return tippettPlot({
    title: 'How often do pairs of known relation reach a weight?',
    summary: unrelatedAbove ? `${counted(unrelatedAbove)} unrelated comparisons reach 0 or more.` : 'No figure at 0.',
    pairs: [
      { label: 'documented students', percentiles: tippett.related, focus: true },
      { label: 'unrelated models', percentiles: tippett.unrelated },
    ],
    cases: [],
    measure: 'log10 likelihood ratio',
    limits: profile.limits,
    width,
  })
}

/** How far the outer bands are drawn at least; they have no end. */
const drawnTo = 1.5

const edges = [Number.NEGATIVE_INFINITY, -1, -0.5, 0, 0.5, 1, Number.POSITIVE_INFINITY]

/** Whether comparisons that were given a weight really hold it, band by band. */
export function drawReliability({ scores, limits }: CalibrationProfile, width: number): Chart {
  const rows = edges.slice(1).map((to, k) => {
    const from = edges[k] as number
    const within = (all: readonly number[]) => all.filter((value) => value >= from && value < to).length
    const related = within(scores.related)
    const unrelated = within(scores.unrelated)
    const share = (count: number, all: readonly number[]) => (count + 0.5) / (all.length + 1)
    const label =
      from === Number.NEGATIVE_INFINITY
        ? `under ${figure(to)}`
        : to === Number.POSITIVE_INFINITY
          ? `${figure(from)} and over`
          : `${figure(from)} to ${figure(to)}`
    const value =
      related + unrelated === 0 ? null : Math.log10(share(related, scores.related) / share(unrelated, scores.unrelated))
    return {
      label: `${label} (${related} : ${unrelated})`,
      value,
      low: Math.max(from, Math.min(-drawnTo, value ?? 0)),
      high: Math.min(to, Math.max(drawnTo, value ?? 0)),
      note: 'no comparison',
    }
  })
  return intervalPlot({
    title: 'Do weights hold what they say?',
    summary: `Of ${scores.related.length} related and ${scores.unrelated.length} unrelated held-out comparisons, before the cut to ${figure(limits[0])} and ${figure(limits[1])}.`,
    rows,
    measure: 'observed log10 ratio of the band',
    interval: 'band that was stated',
    zero: 0,
    width,
  })
}
