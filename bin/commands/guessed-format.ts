/** A log of no known format, read by a mapping that its names and values suggest: said in words, and never for what a person has to say. */

import type { Engine } from '@/lib/platform/engine'
import { AppError } from '@/lib/platform/errors'
import type { LogFormat } from '@/lib/signals/formats/log-format'
import { mappedFormat } from '@/lib/signals/formats/mapped-format'
import type { DecompressionLimits } from '@/lib/signals/ingest/byte-budget'
import { firstRecords } from '@/lib/signals/ingest/first-records'
import { type FieldPath, pathText } from '@/lib/signals/mapping/field-path'
import { guessMapping } from '@/lib/signals/mapping/guess-mapping'
import { mappingText } from '@/lib/signals/mapping/log-mapping'

type Place = { engine: Engine; folder: string; limits: DecompressionLimits }

/**
 * The format, and a note that says which field was taken for what and gives the mapping to keep. Throws `AppError` when time or
 * account cannot be told, or the times do not say their zone or order.
 */
export async function guessedFormat(path: string, place: Place): Promise<{ format: LogFormat; note: string }> {
  const { sample } = await firstRecords(path, place)
  const { columns, notation, asksZone, asksOrder } = guessMapping(sample)
  if (!columns.timestamp || !columns.account_id)
    throw new AppError(
      'unsupported',
      'It cannot be told which field is the time and which the account. Give a mapping.',
    )
  if (asksZone || asksOrder)
    throw new AppError(
      'unsupported',
      `The times in ${pathText(columns.timestamp)} do not say ${asksZone ? 'their zone' : 'whether day or month comes first'}. Give a mapping that does.`,
    )
  const mapping = { columns, time: { notation, zone: null } }
  const taken = Object.entries(columns).map(([column, field]) => `${column} from ${pathText(field as FieldPath)}`)
  const note = `${path} is of no known format and was read by a guess: ${taken.join(', ')}. Check it; to change it, give --mapping this with what is right: ${mappingText(mapping)}`
  return { format: mappedFormat(mapping), note }
}
