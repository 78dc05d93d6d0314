/** A calibration profile's figures as text for a terminal. */

import type { CalibrationFigures, CalibrationProfile, CountedShare } from '@/lib/comparison/weights/calibration-profile'

/** Lines for standard output, ending with a line break. */
export function profileTable(profile: CalibrationProfile): string {
  const { id, figures, sameCandidate, kinds, byControls, controlFamilies, verdicts, limits, domain, provenance } =
    profile
  return [
    `${id}: ${provenance.models} models, ${provenance.families} families, ${domain.prompts.calibrated} shared prompts, ${provenance.draws} draws.`,
    `All candidates   ${line(figures)}`,
    `Same candidate   ${line(sameCandidate)}`,
    ...byControls.map(
      ({ controls, auc, cllr, comparisons }) =>
        `${controls.join('–')} controls: AUC ${short(auc)}, Cllr ${short(cllr)} over ${comparisons} comparisons.`,
    ),
    `Control families in turn (${controlFamilies.families}): AUC ${controlFamilies.auc.map(short).join('–')}, Cllr ${controlFamilies.cllr.map(short).join('–')}.`,
    ...kinds.map(({ kind, above }) => `${kind}: log10 LR above 0 in ${counted(above)} pairs.`),
    ...figures.thresholds.map(
      ({ log10LR, unrelated, related }) =>
        `log10 LR ≥ ${log10LR}: unrelated ${counted(unrelated)}, related ${counted(related)} comparisons.`,
    ),
    `Limits of log10 LR: ${limits.map(short).join(' to ')}.`,
    `A documented teacher is supported: ${counted(verdicts.teacherSupported)} line-ups, for ${counted(verdicts.studentsMostlySupported)} students in most of theirs.`,
    `A suspect unrelated to all candidates: supported ${counted(verdicts.unrelatedSupported)}, all contradicted ${counted(verdicts.unrelatedContradicted)} line-ups.`,
    '',
  ].join('\n')
}

function line({ pairs, auc, cllr, cllrMin, eer, falsePairs, missedPairs }: CalibrationFigures): string {
  return `${pairs.related} related, ${pairs.unrelated} unrelated pairs: AUC ${short(auc)}, Cllr ${short(cllr)} (min ${short(cllrMin)}), EER ${short(eer)}, false ${counted(falsePairs)}, missed ${counted(missedPairs)}.`
}

const counted = ({ count, total, interval: [low, high] }: CountedShare): string =>
  `${count} of ${total} [${short(low)}, ${short(high)}]`

const short = (value: number): string => value.toFixed(3)
