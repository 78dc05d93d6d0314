/** The report of a comparison in a summary: every item in its order, then the checklist that follows from them. */

import type { ComparisonReport, ReportTable } from '@/lib/analysis/report/report-section'
import { label } from './headings'
import type { Sheet } from './sheet'
import { setTable } from './table'
import { span, styles } from './text-style'

/** Sets the report after the finding that it belongs to. */
export function setReport(sheet: Sheet, { sections, checklist }: ComparisonReport): void {
  for (const { title, lines, table } of sections) {
    label(sheet, title, 60)
    for (const line of lines) sheet.paragraph([span(line, styles.small)], { after: 2 })
    if (table && table.rows.length > 0) setSectionTable(sheet, table)
    sheet.y += 8
  }
  label(sheet, 'Checklist against Rule 702 and proposed Rule 707', 60)
  setSectionTable(sheet, {
    columns: ['Rule', 'Requirement', 'State', 'Because'],
    rows: checklist.map(({ rule, requirement, state, because }) => [rule, requirement, state, because]),
  })
}

/** Columns share the measure by how much they hold. */
function setSectionTable(sheet: Sheet, { columns, rows }: ReportTable): void {
  const weights = columns.map((name, at) => {
    const lengths = [name, ...rows.map((row) => row[at] ?? '')].map(({ length }) => Math.min(length, longest))
    return Math.max(...lengths, shortest)
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  setTable(sheet, {
    columns: columns.map((name, at) => ({ label: name, share: (weights[at] ?? 0) / whole })),
    rows: rows.map((row) =>
      row.map((cell) => [span(cell, /^[0-9a-f]{64}$/.test(cell) ? styles.monoTiny : styles.cell)]),
    ),
  })
}

const longest = 46
const shortest = 12
