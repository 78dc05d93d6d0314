/** What a writer of a log format is: how records become its text, and what of them a reader can find again. */

import type { LogRecord } from '../record'

/** A column of the record as it should be read from the format; null where this record has none. */
export type Carried = Partial<Record<Exclude<keyof LogRecord, 'history'>, (record: LogRecord) => unknown>>

export interface LogWriter {
  /** Text before the first and behind the last record, for formats that are one document. */
  open?: string
  close?: string
  /** Between records; a newline where nothing is said. */
  separator?: string
  /** False for records that the source does not keep, for instance failed calls. */
  keeps?: (record: LogRecord) => boolean
  /** The record's text, '' when it only adds to a sum. Records come in order of time. */
  write: (record: LogRecord) => string
  /** What is left when all records were written: the last sums. */
  rest?: () => string
  /** Empty for formats whose rows are not requests. */
  carries: Carried
}

type Column = keyof Carried

/** Columns that the format holds as they are. */
export const same = (...columns: Column[]): Carried =>
  Object.fromEntries(columns.map((column) => [column, (record: LogRecord) => record[column] ?? null]))

export const seconds = (record: LogRecord) => Math.floor(Date.parse(record.timestamp) / 1000)

export const endOf = (record: LogRecord) => new Date(Date.parse(record.timestamp) + record.latency_ms).toISOString()

export const answered = (record: LogRecord) => record.status === 200

/** Time cut to whole seconds, for formats that know no more. */
export const toSeconds = { timestamp: (record: LogRecord) => new Date(seconds(record) * 1000).toISOString() }
