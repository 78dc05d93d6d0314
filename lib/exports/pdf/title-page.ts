/** The first page: which case, what this paper may call itself, of which moment, and where everything stands. */

import { severityNames } from '@/lib/cases/schema'
import { stateNames } from '@/lib/cases/states'
import { formatAmount } from '@/lib/platform/format-number'
import { formatExactUtc } from '@/lib/platform/format-time'
import type { SummaryContent } from '../summary-content'
import { outcomeInWords } from '../summary-words'
import { type Fact, hash, setFacts } from './facts'
import { label } from './headings'
import { drawPieces, measure, page } from './page-furniture'
import type { Sheet } from './sheet'
import { inks, span, styles } from './text-style'

export type Part = { number: string; title: string }

/** Sets the title page with its contents. */
export function setTitlePage(sheet: Sheet, content: SummaryContent, parts: Part[]): void {
  const { case: of, watermark } = content
  sheet.y += 12
  sheet.paragraph([span('CASE SUMMARY', { ...styles.label, size: 9 })], { after: 6 })
  sheet.paragraph([span(of.title, styles.title)], { tag: 'H1', after: 6 })
  sheet.paragraph([span(of.number, { ...styles.monoBody, size: 11, colour: inks.muted })], { after: 18 })
  sheet.paragraph([span(`${watermark.mark}. `, styles.bodyBold), span(watermark.because)], { after: 14 })
  setFacts(sheet, factsOf(content), { after: 14 })
  label(sheet, 'What this summary does not establish')
  sheet.paragraph([span(limits, styles.body)], { after: 16 })
  label(sheet, 'Contents')
  sheet.within('TOC', () => {
    for (const part of parts) setEntry(sheet, part)
  })
}

const limits =
  'This summary sets out what is alleged, the evidence for and against it, and what was measured. It does not by itself establish that a model was trained on anybody’s output, that anybody intended it, how much was taken, or that the terms were breached. Wherever it says that an error rate is not established, the figure ranks; it does not weigh.'

function factsOf({ case: of, subjects, asOf, snapshot }: SummaryContent): Fact[] {
  const named = subjects.map(({ name, accounts }) => `${name} (${formatAmount(accounts.count, 'account')})`)
  const outcome = of.outcome ? [{ term: 'Outcome', value: outcomeInWords(of.outcome) }] : []
  const approved =
    snapshot.approved === null
      ? 'none stands'
      : snapshot.approved === snapshot.present
        ? 'the present one'
        : hash(snapshot.approved)
  return [
    { term: 'Subject', value: named.join('\n') || 'none yet' },
    { term: 'State', value: stateNames[of.state] },
    ...outcome,
    { term: 'Severity', value: severityNames[of.severity] },
    { term: 'Owner', value: of.owner },
    { term: 'Filed by', value: of.filer },
    { term: 'As of', value: `${formatExactUtc(new Date(asOf.at))}, the last material event of the case` },
    { term: 'Event', value: [span(`${asOf.seq} of the record, `, styles.cell), ...hash(asOf.hash)] },
    { term: 'Snapshot', value: hash(snapshot.present) },
    { term: 'Approved snapshot', value: approved },
  ]
}

/** A line of the contents: number, title, dots, page. */
function setEntry(sheet: Sheet, { number, title }: Part): void {
  const pageNumber = String(sheet.pageOf(number) || '')
  const right = page.width - page.right
  const text = sheet.ruler.pieces(title, styles.body)
  const from = page.left + 24 + sheet.widthOf(title, styles.body) + 6
  const end = right - sheet.widthOf(pageNumber, styles.body)
  sheet.ensure(styles.body.leading)
  const baseline = sheet.y + styles.body.leading * 0.76
  sheet.mark('TOCI', () => {
    drawPieces(sheet.doc, sheet.ruler.pieces(number, { ...styles.body, colour: inks.muted }), page.left, baseline)
    drawPieces(sheet.doc, text, page.left + 24, baseline)
    drawPieces(sheet.doc, sheet.ruler.pieces(pageNumber, styles.body), end, baseline)
  })
  sheet.decorate(() => {
    const { doc } = sheet
    doc.save().lineWidth(0.7).strokeColor(inks.rule).lineCap('round').dash(0.1, { space: 3.4 })
    doc
      .moveTo(Math.min(from, page.left + measure), baseline - 1)
      .lineTo(end - 6, baseline - 1)
      .stroke()
      .restore()
  })
  sheet.y += styles.body.leading
}
