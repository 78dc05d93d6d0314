/** SQL for times in a notation that a person named, where `time` of sql-values would have to guess. */

import type { TimeNotation } from '@/lib/signals/mapping/log-mapping'
import { isoPattern } from './sql-values'

const perMillisecond = { s: '* 1000', ms: '', us: '/ 1000', ns: '/ 1000000' } as const

const byNumbers = '^(\\\\d{1,2})[./-](\\\\d{1,2})[./-](\\\\d{4})(.*)$'
const clock =
  '^([T ,]+([01]?\\\\d|2[0-3]):[0-5]\\\\d(:[0-5]\\\\d([.,]\\\\d{1,9})?)?( ?[AaPp][Mm])?( ?(Z|UTC|[+-]\\\\d{2}:?\\\\d{2}))?)?$'
const statedZone = '(Z|UTC|[T ][^ ]*[+-]\\\\d{2}:?\\\\d{2}| [+-]\\\\d{2}:?\\\\d{2})$'

/**
 * A time in UTC to the millisecond, cut and not rounded, from text in `notation`. A written time that states no zone is in that
 * of the bound parameter `zone`; without one (`hasZone` false) it is null, as everything is that the notation does not cover.
 */
export function writtenTime(text: string, notation: TimeNotation, hasZone: boolean): string {
  if (notation === 'iso') return inZone(text, `match(${text}, '${isoPattern}')`, hasZone)
  if (notation === 'day-first' || notation === 'month-first') {
    const group = (index: number) => `extractGroups(ifNull(${text}, ''), '${byNumbers}')[${index}]`
    const [day, month] = notation === 'day-first' ? [1, 2] : [2, 1]
    const two = (index: number) => `leftPad(${group(index)}, 2, '0')`
    const rest = `replaceRegexpOne(${group(4)}, '^[T ,]+', ' ')`
    const turned = `concat(${group(3)}, '-', ${two(month)}, '-', ${two(day)}, ${rest})`
    return inZone(turned, `match(${text}, '${byNumbers}') AND match(${group(4)}, '${clock}')`, hasZone)
  }
  const number = `toDecimal128OrNull(${text}, 9)`
  const scaled =
    notation === 'ticks' ? `(${number} - 621355968000000000) / 10000` : `${number} ${perMillisecond[notation]}`
  const inReach = `${scaled} BETWEEN -2208988800000 AND 10413791999999`
  const isNumber = `match(${text}, '^\\\\d{1,19}(\\\\.\\\\d{1,9})?$')`
  return `if(${isNumber} AND ${inReach}, fromUnixTimestamp64Milli(toInt64(${scaled}), 'UTC'), NULL)`
}

function inZone(text: string, isTime: string, hasZone: boolean): string {
  const read = (zone: string) => `toTimeZone(parseDateTime64BestEffortOrNull(${text}, 3, ${zone}), 'UTC')`
  const stated = `match(${text}, '${statedZone}')`
  if (hasZone) return `if(${isTime}, ${read('{zone:String}')}, NULL)`
  return `if(${isTime} AND ${stated}, ${read("'UTC'")}, NULL)`
}
