/** Headings of a summary: numbered, in the outline of the reader, and known by the page they stand on. */

import { rule } from './page-furniture'
import type { Sheet } from './sheet'
import { inks, span, styles } from './text-style'

/** A part of the summary under its number, e.g. `section(sheet, '3', 'Claims')`. */
export function section(sheet: Sheet, number: string, title: string): void {
  const room = 130
  if (sheet.left < room) sheet.newPage()
  if (!sheet.atTop) {
    sheet.y += 18
    sheet.decorate(() => rule(sheet.doc, sheet.y))
    sheet.y += 12
  }
  sheet.arrive(number)
  sheet.doc.outline.addItem(`${number}  ${title}`)
  const text = [span(`${number}  `, { ...styles.heading, colour: inks.muted }), span(title, styles.heading)]
  sheet.paragraph(text, { tag: 'H2', after: 9, keep: 40 })
}

/** A heading inside a part; `keep` points must follow it on its page. */
export function subsection(sheet: Sheet, title: string, keep = 48): void {
  sheet.paragraph([span(title, styles.subheading)], { tag: 'H3', before: 9, after: 4, keep })
}

/** A small label over what follows it. */
export function label(sheet: Sheet, text: string, keep = 24): void {
  sheet.paragraph([span(text.toUpperCase(), styles.label)], { before: 3, after: 2, keep })
}
