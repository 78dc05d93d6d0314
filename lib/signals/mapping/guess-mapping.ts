/** A first mapping of an unknown log, by the names and values of its fields; what cannot be told is left for a person to say. */

import type { SourceRecord } from '@/lib/signals/formats/log-format'
import { suits } from './column-guesses'
import { type FieldPath, pathKey } from './field-path'
import { type FoundField, foundFields } from './found-fields'
import { type MappableColumn, mappableColumns, type TimeNotation } from './log-mapping'
import { timesSeen } from './time-notation'

export type GuessedMapping = {
  columns: Partial<Record<MappableColumn, FieldPath>>
  notation: TimeNotation
  /** Its times state no zone, or could be read with the day or the month first: a person has to say. */
  asksZone: boolean
  asksOrder: boolean
}

/** The best field for each column, none used twice, nor what is within one that is used; a list of messages holds both question and instructions. */
export function guessMapping(sample: readonly SourceRecord[], fields = foundFields(sample)): GuessedMapping {
  const offers = mappableColumns
    .flatMap((column) => fields.map((field) => ({ column, field, score: scoreOf(column, field, sample.length) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.field.path.length - b.field.path.length)
  const columns: GuessedMapping['columns'] = {}
  const used = new Set<string>()
  for (const { column, field } of offers) {
    if (columns[column] || field.path.some((_, index) => used.has(pathKey(field.path.slice(0, index + 1))))) continue
    columns[column] = field.path
    used.add(pathKey(field.path))
  }
  const prompt = columns.prompt && fields.find(({ path }) => path === columns.prompt)
  if (prompt?.kind === 'list' && prompt.values.some((value) => /"role"\s*:\s*"(system|developer)"/.test(value)))
    columns.system_prompt ??= prompt.path
  const times = timesSeen(fields.find(({ path }) => path === columns.timestamp)?.values ?? [])
  return { columns, ...(times ?? { notation: 'iso', asksZone: false, asksOrder: false }) }
}

/** A field that few records have suits less; a little, so that names decide. */
function scoreOf(column: MappableColumn, field: FoundField, records: number): number {
  const score = suits(column, field)
  return score === 0 ? 0 : score + (field.filled / Math.max(1, records)) * 4
}
