/** The share of an account's requests that bear a mark: with its uncertainty, and against all other accounts. */

import { firstRowsOf } from './explorer/rows-of-account'
import type { Measured, RowsBehindRequest } from './signal-definition'
import { binomialTail, wilsonInterval } from './statistics/proportions'
import { fewestPrompts } from './templates'
import { marksOfRow } from './texts/text-marks'
import type { Statement } from './workspace'

/** `hits` of the `prompts` of an account; whatever else was counted becomes a measure as it is. */
export type MarkedCount = { account: string; prompts: number; hits: number }

/** One line per account, in the order given. `more` says what else to tell of it. */
export function markedShares<Row extends MarkedCount>(
  rows: Row[],
  more: (row: Row) => Record<string, number | null> = () => ({}),
): Measured[] {
  const all = { prompts: 0, hits: 0 }
  for (const { prompts, hits } of rows) {
    all.prompts += prompts
    all.hits += hits
  }
  return rows.map((row) => {
    const { account, prompts, hits } = row
    const [low, high] = wilsonInterval(hits, prompts)
    const others = all.prompts - prompts
    // One hit is added to the others, so that a rate of zero gives a finite lift.
    const elsewhere = others > 0 ? (all.hits - hits + 1) / (others + 1) : null
    const enough = prompts >= fewestPrompts
    const p = elsewhere === null || !enough ? null : binomialTail(hits, prompts, Math.min(1, elsewhere))
    const lift = elsewhere === null || prompts === 0 ? null : hits / prompts / elsewhere
    const measures = { prompts, hits, interval_low: low, interval_high: high, lift, p_value: p, ...more(row) }
    if (enough) return { account, value: hits / prompts, why: null, p, measures }
    const why = `Too few data: ${prompts} prompts, at least ${fewestPrompts} are needed.`
    return { account, value: null, why, measures }
  })
}

/** What the measures of `markedShares` mean; `counted` and `hit` name them in words. */
export function shareMeasures(counted: string, hit: string): Record<string, string> {
  return {
    prompts: counted,
    hits: hit,
    interval_low: 'lower end of the 95 % Wilson interval of the value',
    interval_high: 'upper end of the 95 % Wilson interval of the value',
    lift: 'value ÷ rate over all other accounts',
    p_value: 'probability of this many hits or more at the rate of the other accounts',
  }
}

export const shareFlag = 'Robust z of 3.5 or more, and false discovery rate (Benjamini–Hochberg) of 5 % or less.'

/** The rows for which a condition on their marks holds, in the order of `row_id`; `reason` is SQL of a sentence. */
export function markedRows(request: RowsBehindRequest, where: string, reason: string): Statement {
  return firstRowsOf(request, {
    given: marksOfRow(),
    strength: '1',
    where: `ifNull(prompt, '') != '' AND ${where}`,
    reason,
  })
}
