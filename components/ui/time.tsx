'use client'

import { useSyncExternalStore } from 'react'
import { formatDate, formatExactUtc, formatMoment, formatSecond } from '@/lib/platform/format-time'
import { Hint } from './hint'

type Props = {
  /** A moment: a Date, or its ISO text. */
  at: Date | string
  /** `moment` is "14 Oct 2024, 09:12", `second` is "14 Oct 2024, 09:12:33", `date` is "14 Oct 2024". */
  show?: keyof typeof formats
}

const formats = { moment: formatMoment, second: formatSecond, date: formatDate }
const never = () => () => {}

/** A moment in the reader's zone, the exact UTC on hover and focus. The server writes UTC; the browser knows the zone. */
export function Time({ at, show = 'moment' }: Props) {
  const moment = typeof at === 'string' ? new Date(at) : at
  const format = formats[show]
  const text = useSyncExternalStore(
    never,
    () => format(moment),
    () => format(moment, 'UTC'),
  )
  const exact = formatExactUtc(moment)
  const time = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact moment must be reachable by keyboard
    <time dateTime={moment.toISOString()} tabIndex={0} className="figures relative z-10 whitespace-nowrap">
      {text}
      <span className="sr-only">, {exact}</span>
    </time>
  )
  return <Hint text={<span className="figures">{exact}</span>} trigger={time} />
}
