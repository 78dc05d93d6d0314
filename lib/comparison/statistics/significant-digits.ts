/** Numbers leave the science with 12 significant digits, so that the last bits of an addition never change a hash. */

/** `value` at 12 significant digits, never −0. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12)) + 0
}

/** The same for an interval; null stays null. */
export function roundedInterval(interval: readonly [number, number] | null): [number, number] | null {
  return interval && [rounded(interval[0]), rounded(interval[1])]
}
