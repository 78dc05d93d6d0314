/** What a comparison weighs, against whom, and how often such a weight is wrong, as sections of its report. */

import { errorSentence, verbalScale, weightSentence } from '@/lib/analysis/comparison/weight-words'
import { figure, signed } from '@/lib/analysis/figures'
import { formatAmount, formatShare } from '@/lib/platform/format-number'
import type { ReportFacts } from './comparison-report'
import type { ReportSection } from './report-section'

/** Against whom a score is read. */
export function populationSection({ result: { controls, suspect, candidates } }: ReportFacts): ReportSection {
  return {
    id: 'population',
    title: 'Reference population',
    lines: [
      `${formatAmount(controls.length, 'control')}: ${controls.map(({ name }) => name).join(', ')}.`,
      `Chosen by the analyst as models that cannot have learned from ${candidates.map(({ name }) => name).join(', ')} and are not of the family of ${suspect}. The program knows no lineage and cannot check this.`,
      'Frequencies count every model of the comparison; scores are centred on the controls alone.',
    ],
  }
}

/** The calibration and whether it applies. */
export function calibrationSection({ result: { method, calibration, errorRates } }: ReportFacts): ReportSection {
  if (!calibration || !errorRates) {
    return {
      id: 'calibration',
      title: 'Calibration set and its relevance',
      lines: ['No calibration profile applies to this comparison: error rate not established.'],
    }
  }
  const { thresholds, kinds, outside, comparisons } = calibration
  return {
    id: 'calibration',
    title: 'Calibration set and its relevance',
    lines: [
      `Profile ${method.profile}${method.profileSha256 ? `, SHA-256 ${method.profileSha256}` : ''}: ${formatAmount(comparisons, 'drawn comparison')} over ${formatAmount(errorRates.pairs, 'pair')} of documented relation.`,
      outside.length === 0
        ? 'The comparison is of the kind that it was made from in prompts, controls, candidates, length and script.'
        : `Unlike the calibration: ${outside.join('; ')}.`,
      ...kinds
        .filter(({ above }) => above.total > 0)
        .map(
          ({ kind, above }) =>
            `Pairs of kind ${kind}: ${above.count} of ${above.total} have a log10 LR above 0, so it cannot exclude them.`,
        ),
    ],
    table: {
      columns: ['log10 LR at or above', 'Unrelated comparisons', 'Exact 95% limits', 'Documented students'],
      rows: thresholds.map(({ log10LR, unrelated, related }) => [
        figure(log10LR),
        `${unrelated.count} of ${unrelated.total} (${formatShare(unrelated.count / Math.max(1, unrelated.total))})`,
        `${formatShare(unrelated.interval[0])} to ${formatShare(unrelated.interval[1])}`,
        `${related.count} of ${related.total} (${formatShare(related.count / Math.max(1, related.total))})`,
      ]),
    },
  }
}

/** The weight with interval and cap, and the error rates. */
export function weightSection({ result, candidate }: ReportFacts): ReportSection {
  const { calibration, candidates, suspect } = result
  const bounds = calibration
    ? `The set supports a log10 LR from ${figure(calibration.limits[0])} to ${figure(calibration.limits[1])}; what lies beyond is cut.`
    : ''
  return {
    id: 'weight',
    title: 'Likelihood ratio, interval, cap and error rates',
    lines: [
      weightSentence(candidate, suspect) ?? 'Inconclusive: not calibrated; this ranks, it does not weigh.',
      bounds,
      `Verdict: ${candidate.verdict}. Verbal scale: ${verbalScale}.`,
      errorSentence(result),
    ].filter(Boolean),
    table: {
      columns: ['Candidate', 'log10 LR', 'Interval', 'Cut at the limit', 'Verdict'],
      rows: candidates.map(({ name, log10LR, interval, capped, verdict }) => [
        name,
        log10LR === null ? 'not weighed' : signed(log10LR),
        interval ? `${signed(interval[0])} to ${signed(interval[1])}` : '–',
        capped ? 'yes' : 'no',
        verdict,
      ]),
    },
  }
}
