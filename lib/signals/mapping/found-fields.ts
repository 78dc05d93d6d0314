/** The fields that the first records of a log have, at any depth, each with what its values look like. */

import type { SourceRecord } from '@/lib/signals/formats/log-format'
import { deepestPath, type FieldPath, fieldPath, opensAsJson, pathKey } from './field-path'

export type FoundField = {
  path: FieldPath
  /** Filled in so many of the sampled records. */
  filled: number
  /** Its values in the order of the records, as text; objects and lists as JSON. */
  values: string[]
  kind: 'text' | 'number' | 'boolean' | 'object' | 'list'
}

const mostFields = 200
const longestValue = 20_000

/** All fields, outer before inner and in the order in which they appear. Lists show their first and last element. */
export function foundFields(sample: readonly SourceRecord[]): FoundField[] {
  const found = new Map<string, FoundField>()
  for (const record of sample) for (const [name, value] of Object.entries(record)) look(found, [name], value)
  return [...found.values()]
}

function look(found: Map<string, FoundField>, path: FieldPath, value: unknown): void {
  if (value === null || value === undefined || value === '' || !fieldPath.safeParse(path).success) return
  note(found, path, value)
  if (path.length === deepestPath) return
  const inner = opensAsJson(value) ?? value
  if (Array.isArray(inner)) {
    for (const place of inner.length > 1 ? [0, -1] : [0]) look(found, [...path, place], inner.at(place))
  } else if (typeof inner === 'object' && inner !== null) {
    for (const [name, of] of Object.entries(inner)) look(found, [...path, name], of)
  }
}

function note(found: Map<string, FoundField>, path: FieldPath, value: unknown): void {
  const key = pathKey(path)
  const field = found.get(key) ?? { path, filled: 0, values: [], kind: kindOf(value) }
  if (!found.has(key)) {
    if (found.size >= mostFields) return
    found.set(key, field)
  }
  field.filled += 1
  field.values.push((typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, longestValue))
}

function kindOf(value: unknown): FoundField['kind'] {
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as 'number' | 'boolean'
  const opened = opensAsJson(value) ?? value
  if (typeof opened !== 'object') return 'text'
  return Array.isArray(opened) ? 'list' : 'object'
}
