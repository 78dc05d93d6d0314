/** Whether a comparison hangs on one group of prompts, on length or on formatting: rows and sentences, pure. */

import { figure, signed } from '@/lib/analysis/figures'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { AgainCandidate, WeighedAgain } from '@/lib/comparison/detail/weigh-again'
import { formatAmount } from '@/lib/platform/format-number'

export type SteadyRow = {
  what: string
  prompts: number | null
  first: string
  weight: string
  likeness: string
  verdict: string
}

/** The whole and each change of it, for the candidate that comes first overall; null where the result has no detail. */
export function steadinessRows(result: ComparisonResult): { groups: SteadyRow[]; variants: SteadyRow[] } | null {
  const { detail, candidates, prompts } = result
  const best = candidates[0]?.name
  if (!detail || !best) return null
  const whole = rowOf('All prompts, whole answers', { prompts: prompts.shared, candidates: detail.whole }, best)
  return {
    groups: [whole, ...detail.groups.groups.map(({ group, without }) => rowOf(`Without: ${group}`, without, best))],
    variants: [whole, ...detail.variants.map(({ title, result: again }) => rowOf(title, again, best))],
  }
}

function rowOf(what: string, again: WeighedAgain | null, best: string): SteadyRow {
  const own = again?.candidates.find(({ name }) => name === best)
  if (!again || !own) {
    return { what, prompts: null, first: 'too few prompts remain', weight: '–', likeness: '–', verdict: '–' }
  }
  return {
    what,
    prompts: again.prompts,
    first: again.candidates[0]?.name ?? '–',
    weight: withEnds(own.log10LR, own.interval) ?? 'not weighed',
    likeness: withEnds(own.likeness, own.likenessInterval) ?? 'too few controls',
    verdict: own.verdict,
  }
}

function withEnds(value: number | null, ends: [number, number] | null): string | null {
  if (value === null) return null
  return ends ? `${signed(value)} (${signed(ends[0])} to ${signed(ends[1])})` : signed(value)
}

const divisions = {
  column: 'by the group that the outputs name',
  'prompt-length': 'by the length of the prompt, since the outputs name no group',
  turns: 'by turns, since the outputs name no group and not every prompt is given',
}

/** What changes when a group of prompts is left out. */
export function groupSentence({ detail, candidates }: ComparisonResult): string {
  if (!detail || !candidates[0]) return 'Not computed.'
  const { by, groups } = detail.groups
  const moved = changes(
    candidates[0].name,
    detail.whole,
    groups.map(({ group, without }) => [group, without]),
  )
  const head = `${formatAmount(groups.length, 'group')} of prompts, ${divisions[by]}.`
  return moved.length === 0
    ? `${head} Neither the first place nor the verdict changes without any of them.`
    : `${head} The result hangs on ${formatAmount(moved.length, 'group')}: ${moved.join('; ')}.`
}

/** What changes when the answers are altered. */
export function variantSentence({ detail, candidates }: ComparisonResult): string {
  if (!detail || !candidates[0]) return 'Not computed.'
  const moved = changes(
    candidates[0].name,
    detail.whole,
    detail.variants.map(({ title, result }) => [title, result]),
  )
  return moved.length === 0
    ? 'Cutting the answers short or removing their formatting changes neither the first place nor the verdict.'
    : `Altered answers change the result: ${moved.join('; ')}.`
}

function changes(best: string, whole: AgainCandidate[], again: [string, WeighedAgain | null][]): string[] {
  const before = whole.find(({ name }) => name === best)?.verdict
  return again.flatMap(([what, result]) => {
    const own = result?.candidates.find(({ name }) => name === best)
    if (!result || !own) return []
    const first = result.candidates[0]?.name
    const parts = [
      ...(first !== best ? [`${first} comes first`] : []),
      ...(own.verdict !== before
        ? [`${best} is ${own.verdict}${own.log10LR === null ? '' : ` (log10 LR ${figure(own.log10LR, 2)})`}`]
        : []),
    ]
    return parts.length === 0 ? [] : [`${what}: ${parts.join(', ')}`]
  })
}
