/** What the methods for single marks found, in sentences, with their definitions; also that they found nothing or were not asked. */

import { figure } from '@/lib/analysis/figures'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount, formatCount, formatShare } from '@/lib/platform/format-number'

export type MarkRow = {
  method: 'canary' | 'shared-errors' | 'identity-leak'
  title: string
  lines: string[]
  definition: string
}

/** One row a method. Pure, from the stored result. */
export function markRows(result: ComparisonResult): MarkRow[] {
  return [
    {
      method: 'canary',
      title: 'Planted markers',
      lines: canaryLines(result.canaries ?? null),
      definition:
        'A marker counts in an answer that holds it letter for letter where the prompt does not. p: the chance, were suspect and controls alike, that as many of the answers with it or more are the suspect’s (Fisher 1935, one-sided). Population: the answers of suspect and controls. Exact; it needs no calibration.',
    },
    {
      method: 'shared-errors',
      title: 'Shared mistakes',
      lines: errorLines(result.sharedErrors ?? null),
      definition:
        'Where right answers are known: prompts on which suspect and candidate are both wrong, and how often in the same way. Chance of the same mistake by prompt: (controls with it + ½) ÷ (controls that are wrong + 1); p is the exact tail of the sum (Poisson binomial). Error rate not established.',
    },
    {
      method: 'identity-leak',
      title: 'Names',
      lines: nameLines(result.identity ?? []),
      definition:
        'Answers that call themselves or their maker as the candidate’s do in two answers or more, where the prompt does not hold the name. Interval: Wilson 1927, 95%. A name may be quoted, played or mistaken; “as an AI language model” proves nothing. Error rate not established.',
    },
  ]
}

function canaryLines(canaries: ComparisonResult['canaries']): string[] {
  if (!canaries) return ['No marker was given to look for.']
  return canaries.map(
    ({ marker, suspect, candidates, controls, p }) =>
      `“${marker}”: suspect ${counted(suspect)}, candidates ${counted(candidates)}, controls ${counted(controls)}; p = ${figure(p)}.`,
  )
}

function errorLines(errors: ComparisonResult['sharedErrors']): string[] {
  if (!errors) return ['No right answers were given to compare mistakes.']
  return errors.map(
    ({ candidate, accuracy, both, same, expected, p }) =>
      `${candidate}: both wrong on ${formatAmount(both, 'prompt')}, the same way on ${formatCount(same)} where ${figure(expected, 2)} are expected by chance; p = ${figure(p)}. Right: suspect ${formatShare(accuracy.suspect)}, candidate ${formatShare(accuracy.candidate)}.`,
  )
}

function nameLines(identity: ComparisonResult['identity']): string[] {
  const leaks = identity.filter(({ suspect }) => suspect.count > 0)
  if (leaks.length === 0) return ['The suspect calls itself by no name of a candidate.']
  return leaks.map(
    ({ candidate, names, suspect, controls }) =>
      `${candidate} (${names.join(', ')}): suspect ${counted(suspect)}, ${share(suspect.interval)}; controls ${counted(controls)}, ${share(controls.interval)}.`,
  )
}

const counted = ({ count, total }: { count: number; total: number }): string =>
  `${formatCount(count)} of ${formatCount(total)}`
const share = ([low, high]: [number, number]): string => `95% interval ${formatShare(low)} to ${formatShare(high)}`
