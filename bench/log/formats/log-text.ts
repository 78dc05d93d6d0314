/** The text of a log in a format, piece by piece as its records come. */

import type { LogRecord } from '../record'
import { type LogFormat, writers } from './writers'

/** Pieces of text; together they are the file. Nothing but the current sums is kept. */
export function* logText(records: Iterable<LogRecord>, format: LogFormat): Generator<string> {
  const writer = writers[format]() as ReturnType<(typeof writers)['openai-usage']>
  const separator = writer.separator ?? '\n'
  let before = writer.open ?? ''
  for (const record of records) {
    if (writer.keeps && !writer.keeps(record)) continue
    const text = writer.write(record)
    if (text === '') continue
    yield before + text
    before = separator
  }
  const rest = writer.rest?.() ?? ''
  if (rest !== '') {
    yield before + rest
    before = separator
  }
  yield writer.close ?? (before === '\n' ? '\n' : '')
}
