/** The facts of the case and its subjects. */

import { formatAmount, formatCount } from '@/lib/platform/format-number'
import type { SummaryContent } from '../summary-content'
import type { SummarySubject } from '../summary-subjects'
import { hash, setFacts } from './facts'
import { section, subsection } from './headings'
import type { Sheet } from './sheet'
import { span, styles } from './text-style'

/** The facts in the analyst's words, paragraph by paragraph. */
export function setCaseFacts(sheet: Sheet, { case: of }: SummaryContent): void {
  section(sheet, '1', 'Facts')
  if (of.facts.trim() === '') sheet.paragraph('No facts have been written yet.')
  for (const part of paragraphs(of.facts)) sheet.paragraph(part)
  if (of.outcomeNote) {
    subsection(sheet, 'Outcome')
    for (const part of paragraphs(of.outcomeNote)) sheet.paragraph(part)
  }
}

/** The subjects with the number of their accounts and the hash of the list. */
export function setSubjects(sheet: Sheet, { subjects, appendices }: SummaryContent): void {
  section(sheet, '2', 'Subjects')
  if (subjects.length === 0) sheet.paragraph('No subject has been named yet.')
  for (const subject of subjects) setSubject(sheet, subject)
  if (subjects.some(({ accounts }) => accounts.count > 0)) {
    const where = appendices.accounts ? 'Appendix A lists the identifiers. ' : 'The list is left out of this copy. '
    sheet.paragraph([span(`${where}${listRecipe}`, styles.small)], { before: 2 })
  }
}

const listRecipe =
  'The hash of a list is the SHA-256 of its lines “KIND identifier” in UTF-8, sorted by their bytes, each ended by a line feed.'

function setSubject(sheet: Sheet, { name, kind, models, note, accounts }: SummarySubject): void {
  subsection(sheet, name)
  const linked = [
    `${formatCount(accounts.confirmed)} confirmed`,
    `${formatCount(accounts.probable)} probable`,
    `${formatCount(accounts.possible)} possible`,
  ].join(', ')
  setFacts(sheet, [
    { term: 'Kind', value: kind === 'PERSON' ? 'Person' : 'Organisation' },
    ...(models.length > 0 ? [{ term: 'Models', value: models.join(', ') }] : []),
    { term: 'Accounts', value: `${formatAmount(accounts.count, 'identifier')}: ${linked}` },
    ...(accounts.count > 0 ? [{ term: 'SHA-256 of the list', value: hash(accounts.listSha256) }] : []),
  ])
  for (const part of paragraphs(note)) sheet.paragraph(part)
}

/** The paragraphs of a text that people typed: parted by empty lines. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.replaceAll('\r', '').trim())
    .filter(Boolean)
