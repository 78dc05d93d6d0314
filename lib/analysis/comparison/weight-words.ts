/** What a comparison's weight means and how often such weights are wrong, in sentences: pure, from the stored result. */

import { figure, signed } from '@/lib/analysis/figures'
import type { CandidateResult, ComparisonResult } from '@/lib/comparison/comparison-result'
import type { CountedShare } from '@/lib/comparison/weights/calibration-profile'
import { formatAmount, formatCount, formatShare } from '@/lib/platform/format-number'

export const errorNotEstablished = 'The error rate of this method is not established.'

/** The version of the words for a weight: the lower part of the ENFSI scale; nothing above ten to one is reported. */
export const verbalScale = 'ENFSI 2015, 1 to 10: weak support'

/** "log10 LR +0.9 (+0.4 to +0.9), capped: …": what the evidence is worth for one candidate; null without a weight. */
export function weightSentence(
  { name, log10LR, interval, capped, verdict }: CandidateResult,
  suspect: string,
): string | null {
  if (log10LR === null) return null
  const bounds = interval ? `, 95% interval ${signed(interval[0])} to ${signed(interval[1])}` : ''
  const times = `${figure(10 ** Math.abs(log10LR), 2)} times`
  const most = capped ? `${times} (the most that the calibration supports)` : `about ${times}`
  const meaning =
    verdict === 'inconclusive'
      ? 'the answers do not settle it either way'
      : `the answers are ${most} as probable if ${suspect} ${log10LR > 0 ? 'learned from its output as if not' : 'did not learn from its output as if it did'}: weak support on the ENFSI scale`
  return `${name}: ${meaning} (log10 likelihood ratio ${signed(log10LR)}${bounds}).`
}

/** The error rates behind a weight in one paragraph, or that there are none. */
export function errorSentence({
  errorRates,
  calibration,
}: Pick<ComparisonResult, 'errorRates' | 'calibration'>): string {
  if (!errorRates) return errorNotEstablished
  const { cllr, eer, pairs, falsePairs, missedPairs } = errorRates
  const same = calibration?.sameCandidate
  return [
    `Over ${formatAmount(pairs, 'pair')} of known relation, the suspect’s family held out: ${counted(falsePairs, 'unrelated')} came out above 0 and ${counted(missedPairs, 'related')} below.`,
    `Cllr ${figure(cllr)} (0 is perfect, 1 says nothing), equal error rate ${formatShare(eer)}.`,
    same
      ? `For the one candidate that most students have: Cllr ${figure(same.cllr)}, ${counted(same.falsePairs, 'unrelated')} above 0.`
      : '',
    calibration && calibration.outside.length > 0
      ? `This comparison is unlike the calibration in a way, so read these rates with care: ${calibration.outside.join('; ')}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The rate of misleading evidence in a few words. */
export function shortError({ errorRates }: Pick<ComparisonResult, 'errorRates'>): string {
  if (!errorRates) return 'Error rate: not established.'
  const { count, total } = errorRates.falsePairs
  return `Unrelated pairs that weigh above 0: ${formatShare(count / Math.max(1, total))}.`
}

function counted({ count, total, interval: [low, high] }: CountedShare, kind: string): string {
  return `${formatCount(count)} of ${formatAmount(total, `${kind} pair`)} (${formatShare(count / Math.max(1, total))}, exact 95% limits ${formatShare(low)} to ${formatShare(high)})`
}
