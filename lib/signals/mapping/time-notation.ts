/** How the times of a log are written, told by the values: the notation where they show it, and whether they state their zone. */

import { isWritten, type TimeNotation } from './log-mapping'

export type SeenTimes = {
  notation: TimeNotation
  /** Written times that state no zone: a person has to say it. */
  asksZone: boolean
  /** Dates by numbers that would be read either way: a person has to say which comes first. */
  asksOrder: boolean
}

const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?( ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?$/
const byNumbers = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}([T ,].*)?$/
const stated = /(Z|UTC|[T ][^ ]*[+-]\d{2}:?\d{2}| [+-]\d{2}:?\d{2})$/
const number = /^\d{1,19}(\.\d{1,9})?$/

const day = 86_400_000
/** Logs of requests to models lie between these years; a number outside is no time in that unit. */
const [earliest, latest] = [Date.UTC(2018), Date.UTC(2040)]

/** What the values show; null when fewer than nine of ten are times. */
export function timesSeen(values: readonly string[]): SeenTimes | null {
  const enough = (matches: (value: string) => boolean) =>
    values.length > 0 && values.filter(matches).length >= values.length * 0.9
  const asksZone = values.some((value) => !stated.test(value))
  if (enough((value) => iso.test(value))) return { notation: 'iso', asksZone, asksOrder: false }
  if (enough((value) => byNumbers.test(value))) {
    const parts = values.map((value) => byNumbers.exec(value)).filter((part) => part !== null)
    const dayFirst = parts.some(([, first]) => Number(first) > 12)
    const monthFirst = parts.some(([, , second]) => Number(second) > 12)
    return { notation: monthFirst ? 'month-first' : 'day-first', asksZone, asksOrder: !dayFirst && !monthFirst }
  }
  const unit = units.find(([notation]) => enough((value) => isEpoch(value, notation)))?.[0]
  return unit ? { notation: unit, asksZone: false, asksOrder: false } : null
}

const units = [
  ['s', (value) => value * 1000],
  ['ms', (value) => value],
  ['us', (value) => value / 1000],
  ['ns', (value) => value / 1_000_000],
  ['ticks', (value) => (value - 621_355_968_000_000_000) / 10_000],
] as const satisfies readonly (readonly [TimeNotation, (value: number) => number])[]

/** True when the value is a number that, in this unit, is a time of a plausible year. */
export function isEpoch(value: string, notation: TimeNotation): boolean {
  if (isWritten(notation) || !number.test(value)) return false
  const milliseconds = units.find(([unit]) => unit === notation)?.[1](Number(value)) ?? Number.NaN
  return milliseconds >= earliest - day && milliseconds <= latest
}
