/** Decides by content which log format a file has. */

import { AppError } from '@/lib/platform/errors'
import { canonical } from './canonical'
import { litellm } from './litellm'
import type { LogFormat, SourceRecord } from './log-format'
import { openaiChat } from './openai-chat'

/** Every format that can be read; where several recognise a record, the first one counts. */
export const logFormats: readonly LogFormat[] = [openaiChat, litellm, canonical]

/** The format that most of the sampled records have, or the one asked for by id. Throws `AppError` when there is none. */
export function recogniseFormat(sample: readonly SourceRecord[], askedFor?: string): LogFormat {
  if (askedFor) return formatById(askedFor)
  const votes = sample.map((record) => logFormats.find((format) => format.recognises(record)))
  const [winner] = logFormats
    .map((format) => ({ format, count: votes.filter((vote) => vote === format).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  if (!winner) {
    throw new AppError(
      'unsupported',
      `No usage records were found in this file${seen(sample)}. Logs that are read: ${known('name')}.`,
    )
  }
  return winner.format
}

/** What the first record looks like, so that the reader knows which log they hold. */
function seen([first]: readonly SourceRecord[]): string {
  const names = Object.keys(first ?? {}).map((name) => name.replace(/[^\p{L}\p{N}_.$-]/gu, '').slice(0, 40))
  if (names.length === 0) return ''
  return `: its first record has the fields ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' and others' : ''}`
}

function formatById(id: string): LogFormat {
  const format = logFormats.find((candidate) => candidate.id === id)
  if (!format) throw new AppError('invalid-input', `There is no log format "${id}". Choose one of: ${known('id')}.`)
  return format
}

const known = (property: 'id' | 'name') => logFormats.map((format) => format[property]).join(', ')
