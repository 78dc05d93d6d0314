/** The findings of a case as a summary states them: what was measured, how, how surely, and what it does not show. */

import type { FindingExhibit } from '@/lib/analysis/findings/finding-exhibit'

/** A finding under its exhibit number, without the ids that mean something only inside the system. */
export type SummaryFinding = Omit<FindingExhibit, 'findingId' | 'runId' | 'withdrawn'> & { exhibit: string }

/** The findings that stand, by exhibit number. */
export function summaryFindings(findings: FindingExhibit[], numberOf: ReadonlyMap<string, string>): SummaryFinding[] {
  return findings
    .filter(({ withdrawn }) => withdrawn.length === 0)
    .map(({ findingId, runId: _, withdrawn: __, ...finding }) => ({
      exhibit: numberOf.get(findingId) ?? '',
      ...finding,
    }))
    .sort((a, b) => (a.exhibit < b.exhibit ? -1 : 1))
}
