/** The relations of a set as a page lists them: every column of the CSV, and how many pairs there are of each kind. Pure. */

import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { splitCells } from '@/lib/comparison/outputs/output-records'

/** `rowOf` gives a model's cells for `columns`; of a model without a line they are empty. */
export function relationRows(csv: string) {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const header = splitCells(head, ',') ?? []
  const at = header.indexOf('model')
  const rows = new Map(
    lines.map((line) => splitCells(line, ',') ?? []).map((cells) => [cells[at]?.trim() ?? '', cells]),
  )
  const columns = header.filter((_, column) => column !== at)
  const rowOf = (model: string): string[] =>
    header.flatMap((_, column) => (column === at ? [] : [rows.get(model)?.[column]?.trim() ?? '']))
  return { columns, rowOf, kinds: kindsOf(csv) }
}

/** A table to fill in: a line for each model, of which nothing is known yet. */
export function blankRelations(models: readonly string[]): string {
  const quoted = (name: string) => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)
  const lines = models.map((name) => `${quoted(name)},,,unknown,,`)
  return `${['model,lineage,family,to:LINEAGE,source,confidence', ...lines].join('\n')}\n`
}

function kindsOf(csv: string): string {
  const counts = new Map<string, number>()
  for (const { to } of readRelations(csv).models) {
    for (const relation of Object.values(to)) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')
}
