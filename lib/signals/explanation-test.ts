/** What a test of an innocent explanation is: a rule over what was measured of one account, and three ways it can end. */

import type { RankedAccount } from './log-analysis'
import type { SignalId } from './signal-definition'

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
