/** What a comparison says, in sentences: pure, from its stored result and request. */

import { signed } from '@/lib/analysis/figures'
import type { ComparisonRequest } from '@/lib/analysis/runs/run-request'
import type { CandidateResult, ComparisonResult, Interval } from '@/lib/comparison/comparison-result'
import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import type { Passage } from '@/lib/comparison/passages/telling-passages'
import { fusedMethods } from '@/lib/comparison/weights/fused-features'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import { errorSentence, weightSentence } from './weight-words'

/** The one sentence above everything. */
export function comparisonVerdict({ suspect, candidates, method }: ComparisonResult): string {
  const [best] = candidates
  if (!best) return 'No candidate was compared.'
  const place =
    candidates.length === 1
      ? `${best.name} is the only candidate that ${suspect} was compared with.`
      : `${best.name} is first of ${candidates.length} candidates in likeness to ${suspect}.`
  if (method.profile === null) return `Inconclusive: not calibrated; this ranks, it does not weigh. ${place}`
  const head = best.verdict === 'inconclusive' ? 'Inconclusive' : `The evidence ${best.verdict}`
  return [`${head}: ${place}`, weightSentence(best, suspect), ...alsoSupported(best, candidates)]
    .filter(Boolean)
    .join(' ')
}

/** That a supported candidate is not the only one: which others weigh as much, or else above 0; nothing when none does. */
export function alsoSupported(one: CandidateResult, candidates: readonly CandidateResult[]): string[] {
  const above =
    one.verdict === 'supports' ? candidates.filter((other) => other !== one && other.verdict === 'supports') : []
  const equal = above.filter(({ log10LR }) => log10LR === one.log10LR)
  if (equal.length > 0)
    return [
      `${listed(equal)} ${equal.length === 1 ? 'weighs' : 'weigh'} as much: the weight does not say which of them it was, or whether it was several.`,
    ]
  if (above.length > 0)
    return [
      `${listed(above)} ${above.length === 1 ? 'weighs' : 'weigh'} above 0 too: several teachers are not excluded.`,
    ]
  return []
}

const namedAtMost = 3

function listed(all: readonly CandidateResult[]): string {
  const names = all.slice(0, namedAtMost).map(({ name }) => name)
  const further = all.length - names.length
  if (further > 0) return `${names.join(', ')} and ${formatCount(further)} more`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

/** The answer to "How often is this method wrong?". */
export function howOftenWrong(result: ComparisonResult): string {
  return result.errorRates
    ? errorSentence(result)
    : 'Error rate not established: no labelled set of related and unrelated models like these has calibrated this comparison, so no figure may be given.'
}

/** Whether a method carries the weight; the others are reported beside it. */
export const carriesWeight = (id: MethodId): boolean => (fusedMethods as readonly MethodId[]).includes(id)

/** How steady the first place is under other prompts of the same kind. */
export function steadiness({ candidates, resampling }: ComparisonResult): string | null {
  const [best] = candidates
  if (!best || candidates.length < 2) return null
  const first = resampling.firstInResamples.find(({ name }) => name === best.name)?.count ?? 0
  return `${best.name} comes first in ${formatCount(first)} of ${formatAmount(resampling.samples, 'resample')} of the prompts.`
}

/** "+0.0432" and "(+0.031 to +0.055)". */
export function scoreParts({ score, interval }: { score: number | null; interval: Interval | null }) {
  if (score === null) return { score: 'not computable', interval: null }
  return { score: signed(score), interval: interval && `(${signed(interval[0])} to ${signed(interval[1])})` }
}

/** An excerpt cut at its shared passage; ellipses where the answer goes on. */
export function cutPassage({ excerpt, from, length, spanStart, spanEnd }: Passage['suspect']) {
  return {
    before: `${from > 0 ? '… ' : ''}${excerpt.slice(0, spanStart)}`,
    shared: excerpt.slice(spanStart, spanEnd),
    after: `${excerpt.slice(spanEnd)}${from + excerpt.length < length ? ' …' : ''}`,
  }
}

/** The command that gives the same figures from the downloaded originals; of a planned comparison, and of `promptsFrom`, its prompts. */
export function reproduceCommand(
  { inputs, seed, canaries = [], answers, profile, plan }: ComparisonRequest,
  promptsFrom?: string | null,
): string {
  const option = ({ role, name, evidenceName }: ComparisonRequest['inputs'][number]) =>
    `--${role} ${quoted(`${name}=${evidenceName}`)}`
  const beside = [
    ...canaries.map((marker) => `--canary ${quoted(marker)}`),
    ...(answers ? [`--answers ${quoted(answers.evidenceName)}`] : []),
    ...(profile ? [`--profile ${quoted(`${profile.id}.json`)}`] : []),
    ...(plan ? [`--plan ${quoted(`${plan.id}.json`)}`, `--plan-sha256 ${plan.sha256}`] : []),
    ...(plan && promptsFrom ? [`--prompts ${quoted(promptsFrom)}`] : []),
  ]
  const parts = [
    './bin/touchstone compare',
    ...inputs.map(option),
    ...beside,
    '--detail',
    `--seed ${seed}`,
    '--json result.json',
  ]
  return parts.join(' \\\n  ')
}

/** A word for a POSIX shell. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", "'\\''")}'`
}
