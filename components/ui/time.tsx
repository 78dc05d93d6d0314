'use client'

import { useSyncExternalStore } from 'react'
import { formatDate, formatExactUtc, formatMoment } from '@/lib/platform/format-time'
import { Hint } from './hint'

type Props = {
  /** A moment: a Date, or its ISO text. */
  at: Date | string
  /** `moment` is "14 Oct 2024, 09:12", `date` is "14 Oct 2024". */
  show?: 'moment' | 'date'
}

const never = () => () => {}

/** A moment in the reader's zone, the exact UTC on hover and focus. The server writes UTC; the browser knows the zone. */
export function Time({ at, show = 'moment' }: Props) {
  const moment = typeof at === 'string' ? new Date(at) : at
  const format = show === 'date' ? formatDate : formatMoment
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
