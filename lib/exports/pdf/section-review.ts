/** Who decided what, over which snapshot, whether it still stands, and what was done then. */

import type { StepTaken } from '@/lib/review/steps-taken'
import type { SummaryContent } from '../summary-content'
import type { SummaryDecision } from '../summary-review'
import { decisionNames, outcomeInWords } from '../summary-words'
import { hash, setFacts } from './facts'
import { section, subsection } from './headings'
import { paragraphs } from './section-case'
import type { Sheet } from './sheet'

/** The decisions in the order in which they were made, then what was done. */
export function setReview(sheet: Sheet, { decisions, steps }: SummaryContent): void {
  section(sheet, '6', 'Review and decision')
  if (decisions.length === 0) sheet.paragraph('Nobody has decided on this case yet.')
  for (const decision of decisions) setDecision(sheet, decision)
  for (const step of steps) setStep(sheet, step)
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

function setStep(sheet: Sheet, { kind, done, text, by }: StepTaken) {
  subsection(sheet, `${kind === 'action' ? 'Action' : 'Closed'}: ${lowerFirst(done)}, by ${by}`)
  if (kind === 'action') setFacts(sheet, [{ term: 'Notice to the subject', value: 'as it went out:' }])
  for (const part of paragraphs(text)) sheet.paragraph(part)
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
