/** What recognisers ask of a parsed record; in CSV an object is JSON text. */

import type { SourceRecord } from './log-format'

export const isObject = (value: unknown): value is SourceRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object that a value is, or that its text says; an empty one otherwise. */
export function objectIn(value: unknown): SourceRecord {
  if (typeof value === 'string' && value.startsWith('{')) {
    try {
      return objectIn(JSON.parse(value))
    } catch {
      return {}
    }
  }
  return isObject(value) ? value : {}
}

export const hasAll = (record: SourceRecord, ...names: string[]): boolean => names.every((name) => name in record)
export const hasAny = (record: SourceRecord, ...names: string[]): boolean => names.some((name) => name in record)
