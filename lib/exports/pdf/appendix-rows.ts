/** The cited rows and no others: long texts are cut where it says so, masked ones have only their length. */

import { formatAmount, formatCount } from '@/lib/platform/format-number'
import { formatExactUtc } from '@/lib/platform/format-time'
import type { RowText, SummaryRow } from '../cited-rows'
import type { SummaryContent } from '../summary-content'
import { hash, setFacts } from './facts'
import { section, subsection } from './headings'
import type { Sheet } from './sheet'
import { span, styles } from './text-style'

const longest = 1_500

/** Sets the appendix, letting other work through after each row. */
export async function setRows(sheet: Sheet, { appendices }: SummaryContent, breathe: () => Promise<void>) {
  section(sheet, 'B', 'Cited rows')
  const cut = `A text of more than ${formatCount(longest)} characters is cut where this says so; the JSON of this summary holds it whole.`
  sheet.paragraph([span(cut, styles.small)])
  for (const { exhibit, datasetSha256, rows } of appendices.rows ?? []) {
    subsection(sheet, `${exhibit}: ${formatAmount(rows.length, 'row')}`)
    setFacts(sheet, [{ term: 'Dataset', value: hash(datasetSha256) }])
    for (const row of rows) {
      setRow(sheet, row)
      await breathe()
    }
  }
}

function setRow(sheet: Sheet, row: SummaryRow): void {
  const when = row.time ? formatExactUtc(new Date(row.time)) : 'no time'
  const tokens = [row.inputTokens, row.outputTokens].map((count) => (count === null ? 'unknown' : formatCount(count)))
  const facts = [row.account, when, row.model ?? 'no model', `${tokens.join(' in, ')} out`, row.requestId ?? '']
  sheet.paragraph(
    [span(`Row ${row.rowId}  `, styles.cellBold), span(facts.filter(Boolean).join('  ·  '), styles.cellMuted)],
    { before: 6, after: 2, keep: 26 },
  )
  if (row.masked) {
    const lengths = `prompt ${lengthOf(row.prompt)}, response ${lengthOf(row.response)}`
    const why = `The account is not one of the subject’s: its text is withheld (${lengths}).`
    sheet.paragraph([span(why, styles.small)], { indent: 12 })
  }
  setText(sheet, 'System prompt', row.systemPrompt)
  setText(sheet, 'Prompt', row.prompt)
  setText(sheet, 'Response', row.response)
}

function setText(sheet: Sheet, name: string, { text, characters }: RowText): void {
  if (text === null || text === '') return
  const shown = [...text.slice(0, longest * 2)].slice(0, longest).join('')
  const cut =
    shown.length < text.length
      ? ` [cut after ${formatCount(longest)} of ${formatCount(characters ?? text.length)} characters]`
      : ''
  const spans = [span(`${name}: `, styles.cellBold), span(shown.trim(), styles.cell), span(cut, styles.cellMuted)]
  sheet.paragraph(spans, { indent: 12, after: 3 })
}

const lengthOf = ({ characters }: RowText): string =>
  characters === null ? 'absent' : formatAmount(characters, 'character')
