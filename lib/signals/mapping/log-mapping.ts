/** A mapping: which field of an unknown log fills which canonical column, and how its times are written. Canonical JSON is its identity. */

import { z } from 'zod'
import { canonicalText } from '@/lib/custody/canonical'
import { AppError } from '@/lib/platform/errors'
import { type CanonicalColumn, canonicalColumns } from '@/lib/signals/canonical-row'
import { fieldPath, pathKey } from './field-path'
import { isTimeZone } from './time-zones'

/** What a mapping can fill: every column but the position and what is left over. */
export const mappableColumns = (Object.keys(canonicalColumns) as CanonicalColumn[]).filter(
  (name): name is MappableColumn => name !== 'row_id' && name !== 'extra',
)
export type MappableColumn = Exclude<CanonicalColumn, 'row_id' | 'extra'>

/** How times are written: ISO 8601, an epoch in a unit, ticks of .NET, or a date by numbers with its day or month first. */
export const timeNotations = ['iso', 's', 'ms', 'us', 'ns', 'ticks', 'day-first', 'month-first'] as const
export type TimeNotation = (typeof timeNotations)[number]

/** Notations that do not say by themselves which zone they are in. */
export const isWritten = (notation: TimeNotation): boolean => ['iso', 'day-first', 'month-first'].includes(notation)

const columns = z.partialRecord(z.enum(mappableColumns), fieldPath, 'Say which field fills which column.')
const telling: readonly MappableColumn[] = ['timestamp', 'account_id', 'prompt', 'response']

/** Paths go to the engine as parameters of one request, which has a greatest length. */
const longestPaths = 6_000

export const logMapping = z
  .strictObject({
    columns,
    time: z.strictObject({
      notation: z.enum(timeNotations, 'Say how the times are written.'),
      /** An IANA zone, for times that state none; null when all state theirs. */
      zone: z.string().refine(isTimeZone, 'Choose a time zone from the list.').nullable(),
    }),
  })
  .refine((mapping) => telling.some((name) => mapping.columns[name]), {
    error: 'Say where at least one of time, account, prompt or response is: without them a record tells nothing.',
    path: ['columns'],
  })
  .refine(
    (mapping) => encodeURIComponent(Object.values(mapping.columns).map(pathKey).join('')).length <= longestPaths,
    {
      error: 'The names of the chosen fields are too long together. Leave some out.',
      path: ['columns'],
    },
  )
export type LogMapping = z.infer<typeof logMapping>

export type NamedMapping = { name: string; version: number; sha256: string; mapping: LogMapping }

/** RFC 8785, so that the same mapping has the same hash wherever it is made. */
export const mappingText = (mapping: LogMapping): string => canonicalText(mapping)

/** Reads a mapping from JSON text. Throws `AppError` with what is wrong in it. */
export function readMapping(text: string): LogMapping {
  const parsed = logMapping.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError(
    'invalid-input',
    `This is no mapping (${issue?.path.join('.') || 'as a whole'}). ${issue?.message}`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalid-input', 'This is no mapping: it is not JSON.')
  }
}
