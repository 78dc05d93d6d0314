/** What a test of an innocent explanation is: a rule over what was measured of one account, and three ways it can end. */

import type { RankedAccount } from '@/lib/signals/log-analysis'
import type { SignalId } from '@/lib/signals/signal-definition'

/** The log can support an explanation, speak against it, or be silent. None of the three settles it. */
export type Fit = 'fits' | 'does not fit' | 'the log cannot say'

/** `because` is a full sentence with its figures. */
export type TestOutcome = { fit: Fit; because: string }

export type AccountCells = RankedAccount['signals']

export type ExplanationTest = {
  id: string
  /** The innocent explanation that it tests, by the name that signals give it. */
  explanation: string
  /** Signals that the explanation could account for. */
  of: SignalId[]
  question: string
  /** The measures that it reads. */
  reads: [SignalId, string][]
  /** The rule with its limits, in words. They are chosen, not fitted. */
  rule: string
  test(cells: AccountCells): TestOutcome
}

export const fits = (because: string): TestOutcome => ({ fit: 'fits', because })
export const doesNotFit = (because: string): TestOutcome => ({ fit: 'does not fit', because })
export const cannotSay = (because: string): TestOutcome => ({ fit: 'the log cannot say', because })

/** A measure of one signal, null when it was not measured (or the result is of before it was). */
export function measureOf(cells: AccountCells, signal: SignalId, name: string): number | null {
  return cells[signal]?.measures[name] ?? null
}

/** A share in whole per cent; what is not quite none or all does not round to it. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 0 && share > 0) return 'less than 1 %'
  return rounded === 100 && share < 1 ? 'more than 99 %' : `${rounded} %`
}

/** Whether the result is of before one of the measures was taken; a signal that could not be measured has none at all. */
export function isOlderThan({ reads }: Pick<ExplanationTest, 'reads'>, cells: AccountCells): boolean {
  return reads.some(([signal, name]) => {
    const measured = Object.keys(cells[signal]?.measures ?? {})
    return measured.length > 0 && !measured.includes(name)
  })
}
