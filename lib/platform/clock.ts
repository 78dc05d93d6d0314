/** The one source of the present time, so that a test can set it. All times are UTC. */

let fixed: Date | null = null

/** The present moment, to the millisecond. */
export function now(): Date {
  return fixed ? new Date(fixed) : new Date()
}

/** Holds the clock at `moment` (tests only); `null` lets it run again. */
export function holdClock(moment: Date | null): void {
  fixed = moment
}
