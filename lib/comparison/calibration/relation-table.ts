/** What is documented about the models of a reference set: lineage, family, and the relation to each candidate lineage. */

import { splitCells } from '@/lib/comparison/outputs/output-records'
import { AppError } from '@/lib/platform/errors'

const relations = ['related', 'unrelated', 'sibling', 'derivative', 'same-base', 'unknown', 'self'] as const

/** How a model stands to a lineage; `unknown` pairs are never used. */
export type Relation = (typeof relations)[number]

/** `lineage` is empty for a model that is no candidate; `family` is what is held out together. */
export type ReferenceModel = { model: string; lineage: string; family: string; to: Readonly<Record<string, Relation>> }

export type RelationTable = { lineages: readonly string[]; models: readonly ReferenceModel[] }

const lineagePrefix = 'to:'

/**
 * Reads a CSV with the columns model, lineage, family and one `to:LINEAGE` for each candidate lineage. Throws
 * `AppError('invalid-input')` with line and column of what cannot be read.
 */
export function readRelations(text: string): RelationTable {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const header = splitCells(lines[0] ?? '', ',') ?? []
  const lineages = header.filter((column) => column.startsWith(lineagePrefix)).map((column) => column.slice(3))
  for (const column of ['model', 'lineage', 'family']) if (!header.includes(column)) throw missing(column)
  if (lineages.length === 0) throw missing(`${lineagePrefix}LINEAGE`)
  const models = lines.slice(1).map((line, i) => readModel({ line, number: i + 2 }, header, lineages))
  return { lineages, models }
}

function readModel(
  { line, number }: { line: string; number: number },
  header: readonly string[],
  lineages: readonly string[],
): ReferenceModel {
  const cells = splitCells(line, ',')
  if (!cells || cells.length !== header.length) {
    throw new AppError('invalid-input', `Line ${number} of the relations does not have ${header.length} columns.`)
  }
  const cell = (column: string): string => cells[header.indexOf(column)]?.trim() ?? ''
  const to = lineages.map((lineage) => [lineage, readRelation(cell(lineagePrefix + lineage), number)] as const)
  const model = cell('model')
  return { model, lineage: cell('lineage'), family: cell('family') || model, to: Object.fromEntries(to) }
}

function readRelation(value: string, number: number): Relation {
  const relation = relations.find((known) => known === value)
  if (relation) return relation
  throw new AppError(
    'invalid-input',
    `Line ${number} of the relations says “${value}”: a relation is one of ${relations.join(', ')}.`,
  )
}

function missing(column: string): AppError {
  return new AppError('invalid-input', `The relations have no column ${column}.`)
}
