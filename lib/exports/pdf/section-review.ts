/** Who decided what, over which snapshot, and whether it still stands. */

import type { SummaryContent } from '../summary-content'
import type { SummaryDecision } from '../summary-review'
import { decisionNames, outcomeInWords } from '../summary-words'
import { hash, setFacts } from './facts'
import { section, subsection } from './headings'
import { paragraphs } from './section-case'
import type { Sheet } from './sheet'

/** The decisions in the order in which they were made. */
export function setReview(sheet: Sheet, { decisions }: SummaryContent): void {
  section(sheet, '6', 'Review and decision')
  if (decisions.length === 0) sheet.paragraph('Nobody has decided on this case yet.')
  for (const decision of decisions) setDecision(sheet, decision)
}

function setDecision(sheet: Sheet, { reviewer, decision, outcome, reason, snapshot, staleBecause }: SummaryDecision) {
  subsection(sheet, `${decisionNames[decision]} by ${reviewer}`)
  setFacts(sheet, [
    ...(outcome ? [{ term: 'Outcome', value: outcomeInWords(outcome) }] : []),
    { term: 'Over snapshot', value: hash(snapshot) },
    ...(decision === 'REQUEST_CHANGES'
      ? []
      : [{ term: 'Stands', value: staleBecause ? `No: ${staleBecause}` : 'Yes' }]),
  ])
  for (const part of paragraphs(reason)) sheet.paragraph(part)
}
