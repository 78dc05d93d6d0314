/** What grammar and whole wording say beside the weight, in rows and sentences with their definitions: pure, from the stored result. */

import { figure, signed } from '@/lib/analysis/figures'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatCount } from '@/lib/platform/format-number'

export type GrammarRow = { key: string; name: string; role: string; lambda: string; favoured: string }

/** λ of each model that was scored, in the order of the result; empty where the result has none. */
export function grammarRows({ grammar = [] }: Pick<ComparisonResult, 'grammar'>): GrammarRow[] {
  return grammar.map(({ name, role, references, lambda, interval, favoured }, at) => ({
    key: `${at} ${name}`,
    name,
    role: role === 'control' ? 'Control' : 'Candidate',
    lambda:
      lambda === null
        ? 'too few sentences'
        : `${signed(lambda)}${interval ? ` (${signed(interval[0])} to ${signed(interval[1])})` : ''}`,
    favoured: favoured === null ? '–' : `${formatCount(favoured)} of ${formatCount(references)}`,
  }))
}

/** What λ is, over what it was taken, and how often it is wrong. */
export const grammarMeaning =
  'λ (LambdaG, Nini et al. 2024) in log10 units a word or mark: above 0, this model’s grammar foretells the suspect’s sentences better than mixtures of the controls’ sentences do, with topic words masked. In brackets the 95% bootstrap interval over prompts. “Favoured” counts the mixtures that it beats. It never enters the weight; a manner that many assistants share lifts it too, so read the candidates against the controls. Error rate not established.'

export type WordingRow = {
  name: string
  widths: string
  taught: string
  derived: string
  siblings: string
  says: string
}

/** How far the whole wording of each candidate stands out, and which pairs of the calibration reach that. */
export function wordingRows({ calibration }: Pick<ComparisonResult, 'calibration'>): WordingRow[] {
  return (calibration?.wording ?? []).map(({ name, widths, taught, derived, siblings, speaksForSharedWeights }) => ({
    name,
    widths: figure(widths),
    taught: reached(taught),
    derived: reached(derived),
    siblings: reached(siblings),
    says: speaksForSharedWeights ? 'Speaks for shared weights' : 'Does not tell the two apart',
  }))
}

/** What whole wording can tell, and how little. */
export const wordingMeaning =
  'Whole wording (phrase-affinity) in widths (1.4826 MAD) above the median of unrelated pairs, and how many pairs of known relation in the calibration stand as high. Where no taught pair does and a derivative does, shared weights explain the likeness better than training on output. So few derivatives were calibrated that this is a lead, not a rate. Error rate not established.'

const reached = ({ count, total }: { count: number; total: number }): string =>
  `${formatCount(count)} of ${formatCount(total)}`
