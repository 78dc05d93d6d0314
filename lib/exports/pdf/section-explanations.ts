/** The innocent explanations, each with its answer or the word that there is none. */

import { verdictNames } from '@/lib/claims/schema'
import type { SummaryContent } from '../summary-content'
import { section, subsection } from './headings'
import { paragraphs } from './section-case'
import type { Sheet } from './sheet'
import { span, styles } from './text-style'

/** All of them, answered or not. */
export function setExplanations(sheet: Sheet, { explanations }: SummaryContent): void {
  section(sheet, '4', 'Innocent explanations')
  sheet.paragraph(
    'Each lawful explanation was put to the evidence. An explanation that was not ruled out speaks against the claims.',
  )
  for (const { title, question, verdict, answer } of explanations) {
    subsection(sheet, title)
    sheet.paragraph([span(question, styles.quote)], { after: 3, keep: 30 })
    const [first = '', ...others] = paragraphs(answer ?? '')
    const word = verdict ? `${verdictNames[verdict]}. ` : 'Not answered. '
    sheet.paragraph([span(word, styles.bodyBold), span(first)])
    for (const part of others) sheet.paragraph(part)
  }
}
