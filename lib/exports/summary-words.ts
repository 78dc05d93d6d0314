/** The words of a summary for what the code knows by a constant. */

import { closingOutcomes, dismissalOutcomes } from '@/lib/review/schema'
import type { ReviewDecision } from '@/prisma/generated/enums'

export const decisionNames: Record<ReviewDecision, string> = {
  APPROVE: 'Approved',
  DISMISS: 'Dismissed',
  REQUEST_CHANGES: 'Asked for changes',
}

const outcomes: Record<string, string> = { ...dismissalOutcomes, ...closingOutcomes }

/** How a case ended, in words. */
export const outcomeInWords = (outcome: string): string => outcomes[outcome] ?? outcome

/** `EX-003` of `TS-2026-00042-EX-003`, for running text inside one document. */
export const shortExhibit = (exhibit: string): string => exhibit.replace(/^.*-(EX-\d+)$/, '$1')

/** "14 Oct 2024" of `2024-10-14`. */
export function dayInWords(day: string): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`
}

const mostRanges = 24

/** Row ids as ranges: "rows 3–9, 14"; when there are too many, the first and how many more. */
export function rowsInWords(rowIds: string[]): string {
  const sorted = rowIds.map(Number).sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const row of sorted) {
    const last = ranges.at(-1)
    if (last && row === last[1] + 1) last[1] = row
    else ranges.push([row, row])
  }
  const shown = ranges.slice(0, mostRanges)
  const left = ranges.slice(mostRanges).reduce((sum, [from, until]) => sum + until - from + 1, 0)
  const text = shown.map(([from, until]) => (from === until ? `${from}` : `${from}–${until}`)).join(', ')
  const more = left > 0 ? `, and ${left} more that the JSON of this summary lists` : ''
  return `${sorted.length === 1 ? 'row' : 'rows'} ${text}${more}`
}
