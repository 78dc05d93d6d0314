/** Reads values of a sample log by path, apart from everything that reads logs in earnest. */

import type { CanonicalColumn } from '@/lib/signals/canonical-row'

export type ExpectedSample = {
  file: string
  format: string
  /** Name of the list that holds the records, where the file is one document around them. */
  list?: string
  /** Where each column is in the record: a path for `at`, or what makes the value of the record. */
  columns: Partial<Record<CanonicalColumn, string | ((record: unknown) => unknown)>>
  /** Columns that this log cannot have. */
  never?: CanonicalColumn[]
}

export const noAddress: CanonicalColumn[] = ['ip', 'user_agent']

/**
 * The value at a path as `response/choices/0/message`: -1 is the last of a list, `@key` the value of an OpenTelemetry
 * attribute, and `>` after a name reads the JSON in its text. Null where there is nothing.
 */
export function at(record: unknown, path: string): unknown {
  return path.split('/').reduce((value: unknown, step) => {
    const found = stepInto(value, step.replace('>', ''))
    return step.endsWith('>') && typeof found === 'string' ? JSON.parse(found) : found
  }, record)
}

function stepInto(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value)) return (value as Record<string, unknown>)[step] ?? null
  if (/^-?\d+$/.test(step)) return value.at(Number(step)) ?? null
  const attribute = value.find((one) => at(one, 'key') === step.slice(1))
  const kinds = ['stringValue', 'intValue', 'doubleValue', 'arrayValue/values']
  return kinds.map((kind) => at(attribute, `value/${kind}`)).find((one) => one !== null) ?? null
}

/** As the engine prints a time. */
export const utc = (epoch: number) => new Date(epoch).toISOString().replace('T', ' ').replace('Z', '')

/** The time whose text, without a zone in UTC, is at the path. */
export const iso = (path: string) => (record: unknown) => {
  const text = String(at(record, path)).replace(' ', 'T')
  return utc(Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`))
}

/** The time whose epoch seconds are at the path. */
export const seconds = (path: string) => (record: unknown) => utc(Math.floor(Number(at(record, path)) * 1000))

/** A duration in milliseconds; a negative one is none. */
export const milliseconds = (path: string) => (record: unknown) => {
  const value = at(record, path)
  return value === null || Number(value) < 0 ? null : Math.round(Number(value))
}

export const sum =
  (...paths: string[]) =>
  (record: unknown) =>
    paths.reduce((total, path) => total + Number(at(record, path)), 0)

/** The texts at a path of each of a list, put together. */
export const joined = (list: unknown, path: string) =>
  Array.isArray(list) ? list.map((one) => at(one, path) ?? '').join('') : null
