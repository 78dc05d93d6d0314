/** The claims: the clause as it read, what is alleged, and what supports each element. */

import type { SummaryCitation, SummaryClaim } from '../summary-claims'
import type { SummaryContent } from '../summary-content'
import { dayInWords, rowsInWords, shortExhibit } from '../summary-words'
import { hash, setFacts } from './facts'
import { label, section, subsection } from './headings'
import { page } from './page-furniture'
import { paragraphs } from './section-case'
import type { Sheet } from './sheet'
import { setTable } from './table'
import { inks, type Span, span, styles } from './text-style'

/** All claims in their order. */
export function setClaims(sheet: Sheet, { claims, appendices }: SummaryContent): void {
  section(sheet, '3', 'Claims')
  if (claims.length === 0) sheet.paragraph('No claim has been made yet.')
  for (const [index, claim] of claims.entries()) setClaim(sheet, claim, index + 1)
  const rows = appendices.rows
    ? 'Appendix B holds the cited rows.'
    : 'The content of cited rows is left out of this copy.'
  if (claims.length > 0) sheet.paragraph([span(`${rows} Exhibits are listed in section 7.`, styles.small)])
}

function setClaim(sheet: Sheet, { statement, conduct, clause, elements, citations }: SummaryClaim, number: number) {
  subsection(sheet, `Claim ${number}: clause ${clause.number}, ${clause.title}`)
  const until = clause.inForce.until ? dayInWords(clause.inForce.until) : 'further notice'
  setFacts(sheet, [
    { term: 'Terms', value: `${clause.provider}, ${clause.document}, ${clause.version}` },
    { term: 'In force', value: `${dayInWords(clause.inForce.from)} to ${until}` },
    { term: 'SHA-256 of the terms', value: hash(clause.versionSha256) },
    { term: 'Conduct', value: `${dayInWords(conduct.from)} to ${dayInWords(conduct.until)}` },
  ])
  label(sheet, 'The clause as it read')
  for (const part of paragraphs(clause.text)) quote(sheet, part)
  label(sheet, 'What is alleged')
  for (const part of paragraphs(statement)) sheet.paragraph(part)
  const rows = [
    ...elements.map((one, at) => [[span(`${at + 1}. ${one.element}`, styles.cell)], cited(one.citations)]),
    ...(citations.length > 0 ? [['The claim as a whole', cited(citations)]] : []),
  ]
  if (rows.length === 0) sheet.paragraph([span('The clause has no elements and nothing is cited.', styles.small)])
  else
    setTable(sheet, {
      columns: [
        { label: 'Element', share: 0.42 },
        { label: 'Supported by', share: 0.58 },
      ],
      rows,
    })
}

/** A paragraph of somebody else's words, behind a rule. */
function quote(sheet: Sheet, text: string): void {
  sheet.within('BlockQuote', () => {
    const [from, start] = [sheet.places.total, sheet.y]
    sheet.paragraph([span(text, styles.quote)], { indent: 16, after: 6 })
    const top = from === sheet.places.total ? start : page.top
    sheet.decorate(() => {
      const { doc } = sheet
      doc
        .lineWidth(1.5)
        .strokeColor(inks.rule)
        .moveTo(90, top)
        .lineTo(90, sheet.y - 6)
        .stroke()
    })
  })
}

function cited(citations: SummaryCitation[]): Span[] {
  if (citations.length === 0) return [span('Nothing is cited.', styles.cellMuted)]
  return citations.flatMap(({ exhibit, name, rowIds, note }, at) => {
    const rows = rowIds.length > 0 ? `, ${rowsInWords(rowIds)}` : ''
    return [
      span(`${at > 0 ? '\n' : ''}${shortExhibit(exhibit)} `, styles.cellBold),
      span(`${name}${rows}.`, styles.cell),
      ...(note ? [span(` ${note}`, styles.cellMuted)] : []),
    ]
  })
}
