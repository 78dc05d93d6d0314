/** Terms and their values under each other, the way a title page and an exhibit state facts. */

import { measure, page } from './page-furniture'
import type { Sheet } from './sheet'
import { type Span, span, styles } from './text-style'

export type Fact = { term: string; value: string | Span[] }

const termWidth = 112

/** Sets the facts; a long value goes on beside its term's column, and one that meets the page's end moves to the next whole. */
export function setFacts(sheet: Sheet, facts: Fact[], { after = 10 } = {}): void {
  sheet.within('L', () => {
    for (const fact of facts) setFact(sheet, fact)
  })
  sheet.y += after
}

function setFact(sheet: Sheet, { term, value }: Fact): void {
  const spans = typeof value === 'string' ? [span(value, styles.cell)] : value
  const lines = sheet.ruler.lines(spans, measure - termWidth)
  const height = lines.reduce((sum, { leading }) => sum + leading, 0)
  sheet.ensure(Math.max(height, styles.cell.leading) + 3)
  const top = sheet.y
  sheet.within('LI', () => {
    sheet.mark('Lbl', () =>
      sheet.drawLines(sheet.ruler.lines([span(term, styles.cellMuted)], termWidth - 8), page.left),
    )
    const under = sheet.y
    sheet.y = top
    sheet.mark('LBody', () => sheet.drawLines(lines, page.left + termWidth))
    sheet.y = Math.max(under, sheet.y) + 3
  })
}

/** A hash as it is printed: whole, in the mono face. */
export const hash = (value: string): Span[] => [span(value, styles.mono)]
